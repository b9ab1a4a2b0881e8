import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openSqliteEventStore } from '#event-store';
import type { EventStore } from '#event-sourcing';
import { type CompiledSources, compileForChild } from '../../../../test/support/compiled.js';
import { abandoned, appendTo, proposed } from './testing/partnership-log.js';
import { stagesFile } from './testing/stages-file.js';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const folder = mkdtempSync(join(tmpdir(), 'accord-project-'));
const at = (name: string): string => join(folder, name);
let sources: CompiledSources;
/** This process has the log open for writing all the time, as a server would. */
let store: EventStore;
let child: ChildProcess | undefined;

beforeAll(async () => {
  sources = await compileForChild(['libs', 'apps/cli']);
  store = await openSqliteEventStore({ path: at('accord.db') });
  await appendTo(store, proposed(1), proposed(2), proposed(3));
  await appendTo(store, abandoned(2), abandoned(1, '2026-03-10T09:00:00.000Z'));
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await store.close();
  sources.remove();
  rmSync(folder, { recursive: true });
});

function start(
  args: readonly string[],
  options = '',
): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
  const running = spawn(process.execPath, [sources.script('apps/cli/src/main.ts'), 'project', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: options,
      ACCORD_DATA_DIR: folder,
      ACCORD_EVENT_STORE: `sqlite:${at('accord.db')}`,
    },
  });
  child = running;
  let [stdout, stderr] = ['', ''];
  running.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  running.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((done) => running.once('close', (code) => done({ code, stdout, stderr })));
  return { process: running, ended };
}

function project(file: string, ...args: readonly string[]): Promise<Ended> {
  writeFileSync(at('stages.ts'), file);
  return start([at('stages.ts'), ...args]).ended;
}

/** Resolves as soon as something is so, asked whenever something changes in the folder. */
async function until(isSo: () => boolean): Promise<void> {
  const watcher = watch(folder);
  const changes = on(watcher, 'change');
  try {
    while (!isSo()) await changes.next();
  } finally {
    watcher.close();
  }
}

describe('a projection file that is run over a log in which a server writes', () => {
  it('gives its documents as a table, and nothing else on stdout', async () => {
    const { code, stdout, stderr } = await project(stagesFile);
    expect(stderr).toBe('3 of 3 documents from 5 events up to position 00000000000000000005.\n');
    expect(code).toBe(0);
    expect(parse(stdout)).toEqual([
      ['_key', 'id', 'category', 'state', 'why'],
      ['prt_1', 'prt_1', 'TECHNOLOGY', 'ABANDONED', 'No budget.'],
      ['prt_2', 'prt_2', 'SALES', 'ABANDONED', 'No budget.'],
      ['prt_3', 'prt_3', 'TECHNOLOGY', 'PROSPECTIVE', `'=a "market", and more`],
    ]);
  });

  it('gives what was known at an instant, of some events, sorted, the first of them, in a file', async () => {
    const out = at('stages.ndjson');
    const known = ['--known-at', '2026-03-10T09:59:59+01:00', '--sort', 'state,-category'];
    const { code, stdout } = await project(stagesFile, '--out', out, ...known, '--limit', '2');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const rows = readFileSync(out, 'utf8').trim().split('\n');
    expect(rows.map((row) => JSON.parse(row) as object)).toEqual([
      { _key: 'prt_2', id: 'prt_2', category: 'SALES', state: 'ABANDONED', why: 'No budget.' },
      { _key: 'prt_1', id: 'prt_1', category: 'TECHNOLOGY', state: 'PROSPECTIVE', why: '=a "market", and more' },
    ]);
    const some = await project(stagesFile, '--types', 'PartnershipProposed', '--format', 'json');
    const states = (JSON.parse(some.stdout) as readonly { readonly state: string }[]).map(({ state }) => state);
    expect(states).toEqual(['PROSPECTIVE', 'PROSPECTIVE', 'PROSPECTIVE']);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('explains what made a document, or a field of it, what it is', async () => {
    const document = await project(stagesFile, '--explain', 'prt_1');
    expect(document.code).toBe(0);
    expect(document.stdout).toMatch(/^prt_1 was changed by 2 events:\n\n2026-01-09 {2}PartnershipProposed \(begins\)/);
    const field = await project(stagesFile, '--explain', 'prt_1.state', '--json');
    expect(JSON.parse(field.stdout)).toEqual([
      expect.objectContaining({ type: 'PartnershipProposed', effect: 'CREATED' }),
      expect.objectContaining({
        type: 'PartnershipAbandoned',
        stream: 'partnership-prt_1',
        occurredOn: '2026-02-08',
        recordedAt: '2026-03-10T09:00:00.000Z',
        actor: { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' },
        reason: 'NO_FIT',
        effect: 'CHANGED',
        changes: [{ path: 'state', before: 'PROSPECTIVE', after: 'ABANDONED' }],
      }),
    ]);
  });

  it.each([
    [['--explain', 'prt_9'], 1, /No event .* changed a document "prt_9"/],
    [['--explain', 'prt_1.colour'], 1, /changed "colour" of prt_1\. Leave the field out/],
    [['--types', 'ReviewHeld'], 2, /does not read ReviewHeld\. Choose from PartnershipProposed, PartnershipAbandoned/],
    [['--known-at', '2026-03-10'], 2, /Give an instant with its zone/],
    [['--format', 'xlsx'], 2, /Allowed choices are csv, ndjson, json/],
    [['--explain', 'prt_1', '--limit', '1'], 2, /cannot be used with option/],
    [['--out', '/nowhere/at/all.csv'], 1, /\/nowhere\/at\/all\.csv cannot be written: there is no such file or folder/],
  ])('refuses %j', async (args, code, why) => {
    const ended = await project(stagesFile, ...args);
    expect(ended.stderr).toMatch(why);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
  });

  describe('and is broken', () => {
    const broken: readonly (readonly [string, string, RegExp])[] = [
      ['throws', '{ throw new Error("not me"); }', /not me/],
      ['changes what it gets', 'Object.assign(found ?? {}, { state: "" })', /It changes the document or the event/],
      ['returns no JSON', '({ ...found, when: new Date(0) })', /"when" is a Date/],
    ];
    it.each(broken)('stops where it %s', async (_, body, why) => {
      const file = stagesFile.replace(/(PartnershipAbandoned: .* =>) .*/, `$1 ${body} as never,`);
      const { code, stdout, stderr } = await project(file.replace('} as never', '}'));
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(
        `Projection "stages" (${at('stages.ts')}) stopped at PartnershipAbandoned at revision 1 of`,
      );
      expect(stderr).toContain('"partnership-prt_2", position 00000000000000000004, document "prt_2": ');
      expect(stderr).toMatch(why);
    });

    it('leaves documents out if it is told to, and says which', async () => {
      const file = stagesFile.replace(/(PartnershipAbandoned: .* =>) .*/, '$1 { throw new Error("not me"); },');
      const { code, stdout, stderr } = await project(file, '--keep-going', '--format', 'ndjson');
      expect(code).toBe(3);
      expect(stdout).toMatch(/^\{"_key":"prt_3".*\}\n$/);
      expect(stderr).toMatch(
        /2 documents or streams are left out.*\n.*document "prt_2": not me\n.*document "prt_1": not me/,
      );
    });

    it('is refused with its name when it cannot be loaded', async () => {
      const { code, stderr } = await project(stagesFile.replace('PartnershipAbandoned:', 'PartnershipAbandond:'));
      expect(code).toBe(1);
      expect(stderr).toMatch(/stages\.ts: .*PartnershipAbandond.*PartnershipAbandoned/);
    });
  });

  it('is run again whenever it changes, with what was recorded meanwhile, until it is ended', async () => {
    const out = at('watched.json');
    const states = (): string =>
      existsSync(out)
        ? (JSON.parse(readFileSync(out, 'utf8')) as readonly { readonly state: string }[])
            .map(({ state }) => state)
            .join()
        : '';
    writeFileSync(at('watched.ts'), stagesFile);
    const running = start([at('watched.ts'), '--out', out, '--watch']);
    await until(() => states() === 'ABANDONED,ABANDONED,PROSPECTIVE');
    await appendTo(store, abandoned(3, '2026-03-11T09:00:00.000Z'));
    writeFileSync(at('watched.ts'), 'this is broken');
    writeFileSync(at('watched.ts'), stagesFile.replaceAll('ABANDONED', 'GIVEN_UP'));
    await until(() => states() === 'GIVEN_UP,GIVEN_UP,GIVEN_UP');
    running.process.kill('SIGINT');
    const { code, stdout } = await running.ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('ends with the way out when its documents do not fit', async () => {
    const many = await openSqliteEventStore({ path: at('many.db') });
    await appendTo(many, ...Array.from({ length: 4_000 }, (_, index) => proposed(index)));
    await many.close();
    const wide = stagesFile
      .replace(
        'readonly state!: string;',
        'readonly state!: string;\n  @Field(() => [Number])\n  readonly wide!: number[];',
      )
      .replace(
        "state: 'PROSPECTIVE',",
        "state: 'PROSPECTIVE', wide: Array.from({ length: 10_000 }, (_, n) => n + 0.5),",
      );
    writeFileSync(at('wide.ts'), wide);
    const { ended } = start([at('wide.ts'), '--log', `sqlite:${at('many.db')}`], '--max-old-space-size=256');
    const { code, stdout, stderr } = await ended;
    expect(stderr).toMatch(
      /do not fit into memory: after \d+ events, \d+ of them have filled \d+ of \d+ MiB\. Fold less/,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

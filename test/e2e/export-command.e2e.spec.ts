import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { ReadAllOptions, StoredEvent } from '#event-sourcing';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { commandLine } from '../support/command-line.js';
import { proposedPartnership } from '../support/partnership-cast.js';

let api: ApiUnderTest;
let folder: string;
let out: string;
let token: string;
beforeAll(async () => {
  api = await startApiUnderTest();
  await proposedPartnership(api, 'Elbtakt');
  token = await api.token({ subject: 'ines', roles: ['ANALYST'] });
});
afterAll(() => api.dispose());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-export-'));
  out = join(folder, 'events');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

async function exported(...options: readonly string[]): Promise<Ended> {
  const given = ['export', 'events', '--url', api.url, '--token', token, '--out', out, ...options];
  const { code, stdout: said, stderr: complained } = await commandLine(...given);
  return { code, said, complained };
}

const served = async (query: string): Promise<string> =>
  (await fetch(`${api.url}/export/events${query}`, { headers: { authorization: `Bearer ${token}` } })).text();

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

describe('accord export events', () => {
  it('writes what the server exports', async () => {
    const whole = await served('');
    expect(await exported()).toEqual({
      code: 0,
      said: `${String(linesOf(whole).length)} events were written to ${out}.\n`,
      complained: '',
    });
    expect(await readFile(out, 'utf8')).toBe(whole);
  });

  it('narrows, and counts the events of a table without the names of its columns', async () => {
    const { said } = await exported(
      '--format',
      'csv',
      '--types',
      'PartnershipProposed',
      '--from',
      '2026-01-01',
      '--json',
    );
    expect(JSON.parse(said)).toEqual({ file: out, events: 1 });
    expect(await readFile(out, 'utf8')).toBe(await served('?format=csv&types=PartnershipProposed'));
  });

  it('overwrites nothing', async () => {
    await writeFile(out, 'precious');
    expect(await exported()).toEqual({
      code: 2,
      said: '',
      complained: `accord: --out: ${out} is there already. Name a new file, or go on in it with --resume.\n`,
    });
    expect(await readFile(out, 'utf8')).toBe('precious');
  });

  it.each(['ndjson', 'csv'])('goes on in a file that broke off anywhere, to the same bytes: %s', async (format) => {
    await exported('--format', format);
    const whole = await readFile(out, 'utf8');
    const { size } = await stat(out);
    const lines = linesOf(whole);
    const places = [0, 5, lines[0]!.length, lines[0]!.length + 3, size - 7, size - 1, size];
    for (const place of places) {
      await writeFile(out, whole);
      await truncate(out, place);
      expect((await exported('--format', format, '--resume')).code).toBe(0);
      expect(await readFile(out, 'utf8')).toBe(whole);
    }
  });

  it('says how many it has when the server breaks off, and the rest comes with --resume', async () => {
    const { store } = api.platform;
    const readAll = store.readAll.bind(store);
    const breaking = jest.spyOn(store, 'readAll').mockImplementation(async function* (options?: ReadAllOptions) {
      const events: StoredEvent[] = [];
      for await (const event of readAll(options)) {
        events.push(event);
        yield event;
      }
      for (let count = 0; count < 300; count += 1) yield* events.slice(-1);
      throw new Error('the disk is gone');
    });
    const { code, complained } = await exported();
    breaking.mockRestore();
    expect(code).toBe(1);
    expect(complained).toMatch(
      /^accord: The export broke off after \d+ events \(.+\); they are in .+\. Go on with the same command and --resume\.\n$/,
    );
    expect((await exported('--resume')).said).toMatch(/^0 events were written/);
  });

  it('takes no other file for the beginning of an export', async () => {
    await writeFile(out, 'a,b\n1,2\n');
    const { code, complained } = await exported('--format', 'csv', '--resume');
    expect([code, complained]).toEqual([
      1,
      `accord: --resume: the last line of ${out} is no event in the format csv. Name another file.\n`,
    ]);
    expect(await readFile(out, 'utf8')).toBe('a,b\n1,2\n');
  });

  it('leaves no file behind when it is refused', async () => {
    token = await api.token({ subject: 'jana', roles: ['PARTNER_MANAGER'] });
    const { code, complained } = await exported();
    token = await api.token({ subject: 'ines', roles: ['ANALYST'] });
    expect([code, complained]).toEqual([
      1,
      'accord: An export needs one of the roles ANALYST, HEAD_OF_PARTNERING, COMPLIANCE, AUDITOR.\n',
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    [['--url', 'ftp://here'], /--url is "ftp:\/\/here"; give the address of a server/],
    [['--url', 'http://127.0.0.1:1'], /http:\/\/127\.0\.0\.1:1 does not answer/],
    [['--types', 'RevewHeld'], /types: there is no event type "RevewHeld"\. Is ReviewHeld meant\?/],
    [['--out', '/nowhere/events'], /--out: \/nowhere\/events cannot be written: there is no such file or folder/],
  ])('says what is wrong: %j', async (options, complaint) => {
    const { code, complained } = await exported(...options);
    expect(code).toBe(1);
    expect(complained).toMatch(complaint);
  });
});

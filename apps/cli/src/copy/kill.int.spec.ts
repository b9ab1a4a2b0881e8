import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openSqliteEventStore } from '#event-store';
import { type CompiledSources, compileForChild } from '../../../../test/support/compiled.js';
import { contentOf, writeSampleLog } from './testing/sample-log.js';

const ROUNDS = 6;
const EVENTS = 3_000;
/** The longest that a child copies before it is killed, in milliseconds: it would need several times as long. */
const LONGEST_MS = 60;

describe('a copy that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-copy-'));
  const [from, to] = [join(folder, 'from.db'), join(folder, 'to.db')];
  let sources: CompiledSources | undefined;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    sources = await compileForChild(['libs', 'apps/cli']);
    const store = await openSqliteEventStore({ path: from });
    await writeSampleLog(store, EVENTS);
    await store.close();
  });
  afterAll(() => {
    child?.kill('SIGKILL');
    sources?.remove();
    rmSync(folder, { recursive: true });
  });

  /** Lets a child copy, for the given time or to its end, and returns what it said. */
  async function copyFor(milliseconds: number): Promise<string> {
    const script = sources?.script('apps/cli/src/copy/testing/copy-child.ts') ?? '';
    const running = spawn(process.execPath, [script, `sqlite:${from}`, `sqlite:${to}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    child = running;
    let said = '';
    running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = once(running, 'close');
    if (milliseconds < Infinity) {
      await Promise.race([once(running.stdout, 'data'), closed]);
      await setTimeout(milliseconds);
      running.kill('SIGKILL');
    }
    await closed;
    return said;
  }

  it(`goes on without loss and without repeats, ${String(ROUNDS)} times over`, async () => {
    const wanted = await openSqliteEventStore({ path: from, readOnly: true });
    const content = await contentOf(wanted.readAll());
    await wanted.close();
    const lengths = [0];
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await copyFor(Math.random() * LONGEST_MS)).toMatch(/^copying\n/);
      const store = await openSqliteEventStore({ path: to, readOnly: true });
      const copied = await contentOf(store.readAll());
      await store.close();
      expect(copied).toEqual(content.slice(0, copied.length));
      lengths.push(copied.length);
    }
    // it was killed in the middle, and it went on from there
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    expect(new Set(lengths).size).toBeGreaterThan(2);
    expect(await copyFor(Infinity)).toBe(`copying\ncopied ${String(EVENTS)}\n`);
    const store = await openSqliteEventStore({ path: to, readOnly: true });
    expect(await contentOf(store.readAll())).toEqual(content);
    await store.close();
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type CompiledSources, compileForChild } from '../../../../test/support/compiled.js';
import { seededRandom } from '../../../../test/support/seeded-random.js';
import { verifyLog } from '../codec/log-verification.adapter.js';
import { openSqliteEventStore } from './sqlite-event-store.adapter.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const ROUNDS = 55;
/** In every so many rounds, the first included, the child is killed while it opens or creates the file. */
const KILLED_AT_START = 5;
/** Another seed may be given to look for more: `KILL_SEED=7 npm test -- kill`. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

interface Acknowledged {
  readonly stream: string;
  readonly revision: bigint;
  readonly ids: readonly string[];
}

/** Whole lines only: the last one may have been cut off by the kill. */
function acknowledgements(output: string): Acknowledged[] {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return lines.flatMap((line) => {
    const [stream = '', revision = '', ids = ''] = line.split(' ');
    return ids === '' ? [] : [{ stream, revision: BigInt(revision), ids: ids.split(',') }];
  });
}

describe('a process that is killed while it writes', () => {
  const folder = temporaryFolder();
  const path = folder.file('accord.db');
  let sources: CompiledSources | undefined;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    sources = await compileForChild(['libs/event-store', 'libs/event-sourcing', 'libs/calendar']);
  });
  afterAll(() => {
    child?.kill('SIGKILL');
    sources?.remove();
    folder.remove();
  });

  /** Lets a child write for a random time, kills it, and returns what it had acknowledged. */
  async function killedAfter(milliseconds: number, round: number): Promise<Acknowledged[]> {
    const script = sources?.script('libs/event-store/src/testing/kill-child.ts') ?? '';
    const running = spawn(process.execPath, [script, path, `${seed} ${round}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    let output = '';
    let complaint = '';
    running.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    running.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const closed = once(running, 'close');
    if (round % KILLED_AT_START !== 0) await Promise.race([once(running.stdout, 'data'), closed]);
    await setTimeout(milliseconds);
    running.kill('SIGKILL');
    await closed;
    if (complaint !== '') throw new Error(`the child gave up: ${complaint}`);
    return acknowledgements(output);
  }

  it(`has lost nothing it acknowledged and stored nothing twice, ${ROUNDS} times over (KILL_SEED=${seed})`, async () => {
    const next = seededRandom(seed);
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < ROUNDS; round += 1) acknowledged.push(...(await killedAfter(next() * 120, round)));

    const store = await openSqliteEventStore({ path });
    const idsByStream = new Map<string, string[]>();
    const positions = new Set<string>();
    for await (const { stream, id, position } of store.readAll()) {
      const ids = idsByStream.get(stream);
      if (ids === undefined) idsByStream.set(stream, [id]);
      else ids.push(id);
      positions.add(position);
    }
    const report = await verifyLog(store.readAll());
    await store.close();

    const lost = acknowledged.filter(({ stream, revision, ids }) =>
      ids.some((id, index) => idsByStream.get(stream)?.[Number(revision) + index] !== id),
    );
    const stored = [...idsByStream.values()].flat();
    expect(lost).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);
    expect(positions.size).toBe(stored.length);
    expect(report.breaks).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  }, 120_000);
});

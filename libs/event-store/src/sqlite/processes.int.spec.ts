import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { v7 } from 'uuid';
import { type EventStore, type EventToAppend, EventStoreUnavailable } from '#event-sourcing';
import { type CompiledSources, compileForChild } from '../../../../test/support/compiled.js';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { openSqliteEventStore } from './sqlite-event-store.adapter.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const event = (): EventToAppend => ({ id: v7(), type: 'ReviewHeld', data: {}, metadata: {} });

describe('several processes at one event store file', () => {
  const folder = temporaryFolder();
  let sources: CompiledSources | undefined;
  let path = '';
  let files = 0;
  const children: ChildProcessByStdio<Writable, Readable, null>[] = [];
  const stores: EventStore[] = [];

  beforeAll(async () => {
    sources = await compileForChild(['libs/event-store', 'libs/event-sourcing', 'libs/calendar']);
  });
  afterAll(() => {
    sources?.remove();
    folder.remove();
  });
  beforeEach(() => {
    files += 1;
    path = folder.file(`store ${files} #?.db`); // what a URL would stumble over
  });
  afterEach(async () => {
    for (const child of children.splice(0))
      if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    for (const store of stores.splice(0)) await store.close();
  });

  async function open(readOnly = false): Promise<EventStore> {
    const store = await openSqliteEventStore({ path, readOnly });
    stores.push(store);
    return store;
  }

  /** A child and the lines it prints. */
  function start(mode: 'read' | 'write') {
    const script = sources?.script('libs/event-store/src/testing/store-child.ts') ?? '';
    const child = spawn(process.execPath, [script, path, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, exited: once(child, 'exit'), line: async () => (await lines.next()).value as unknown };
  }

  it('lets no second process write, and says which one does', async () => {
    await open();
    const { line } = start('write');
    const answer = await line();
    expect(answer).toBe(
      `EventStoreFileRefused: ${path} is in use by process ${process.pid}: only one process may write to it. ` +
        'Stop that one, or open it for reading only.',
    );
  });

  it('lets no second store of the same process write', async () => {
    const store = await open();
    await expect(openSqliteEventStore({ path })).rejects.toThrow(EventStoreFileRefused);
    await expect(openSqliteEventStore({ path })).rejects.toThrow('only one process may write to it');
    expect(await start('write').line()).toContain('is in use by process');
    await store.append('partnership-1', 'none', [event()]);
  });

  it('lets the next one write as soon as the first is killed, without a lock left behind', async () => {
    const { child, exited, line } = start('write');
    expect(await line()).toBe('opened 0');
    await expect(openSqliteEventStore({ path })).rejects.toThrow(`is in use by process ${String(child.pid)}`);
    child.kill('SIGKILL');
    await exited;
    const store = await open();
    expect((await store.append('partnership-1', 'none', [event()])).revision).toBe(0n);
  });

  it('lets the next one write as soon as the first has closed', async () => {
    await (await open()).close();
    expect((await (await open()).append('partnership-1', 'none', [event()])).revision).toBe(0n);
  });

  it('lets others read beside the writer, and they see what is added', async () => {
    const store = await open();
    await store.append('partnership-1', 'none', [event(), event()]);
    const { exited, line } = start('read');
    expect(await line()).toBe('opened 2');
    const added = event();
    await store.append('new-1', 'none', [{ ...added, type: 'NeverSeenBefore' }]);
    expect(await line()).toBe(`seen ${added.id}`);
    await exited;
    expect((await store.append('partnership-1', 1n, [event()])).revision).toBe(2n);
  });

  it('lets the same process read beside its writer, and write on when the reader has closed', async () => {
    const store = await open();
    await store.append('partnership-1', 'none', [event()]);
    const reader = await open(true);
    const refused = reader.append('partnership-1', 0n, [event()]);
    await expect(refused).rejects.toThrow(EventStoreUnavailable);
    await expect(refused).rejects.toThrow('is open for reading only');
    expect(await reader.head()).toBe(await store.head());
    await reader.close();
    await store.append('partnership-1', 0n, [event()]);
    expect(await start('write').line()).toContain('is in use by process');
    expect(await start('read').line()).toBe('opened 2');
  });

  it('can be read after its writer was killed, before anybody writes again', async () => {
    const writer = await open();
    await writer.append('partnership-1', 'none', [event()]);
    await writer.close();
    const { child, exited, line } = start('write');
    expect(await line()).toBe('opened 1');
    child.kill('SIGKILL');
    await exited;
    const reader = await open(true);
    expect(await reader.head()).not.toBe(reader.start);
  });
});

import 'reflect-metadata';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { EventStore, StoredEvent } from '#event-sourcing';
import { InMemoryEventStore, testActor } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import { accordEvents } from '../accord-events.js';
import { accordChapters } from '../catalogue/accord-chapters.js';
import { EventExport } from './event-export.adapter.js';
import type { ExportedEvent } from './pseudonymise.js';
import { loadOrCreatePseudonymKey, loadPseudonymKey } from './pseudonym-key.adapter.js';
import { pseudonymsUnder } from './pseudonyms.adapter.js';

const codec = createEventCodec({ definitions: accordEvents, upcasts: {} });
const pseudonymOf = pseudonymsUnder('a key of at least thirty-two characters');
const commandId = '0195e5b2-8a00-7000-8000-000000000001';
const samples = accordChapters.flatMap(({ streams, samples: events }) =>
  Object.values(events).map((event) => ({ stream: `${streams}x`, event })),
);

/** A log in which each sample stands so many times, each time recorded a day later. */
async function logOf(times: number): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  for (let day = 1; day <= times; day += 1)
    for (const [index, { stream, event }] of samples.entries()) {
      const id = `0195e5b2-8a00-7000-8000-${String(day * 1000 + index).padStart(12, '0')}`;
      const recordedAt = new Date(Date.UTC(2026, 3, day)).toISOString();
      const origin = { recordedAt, commandId, $correlationId: commandId, $causationId: commandId, actor: testActor() };
      await store.append(stream, 'any', [codec.encode(event, id, { ...origin, source: 'API', clock: 'REAL' }, null)]);
    }
  return store;
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const eventsIn = (text: string): readonly ExportedEvent[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportedEvent);

/** A store that tells how many events were taken of it, and whether the reading has ended. */
function watched(store: EventStore): {
  readonly store: EventStore;
  readonly reading: { taken: number; ended: boolean };
} {
  const reading = { taken: 0, ended: false };
  async function* readAll(): AsyncGenerator<StoredEvent> {
    try {
      for await (const event of store.readAll()) {
        reading.taken += 1;
        yield event;
      }
    } finally {
      reading.ended = true;
    }
  }
  return { store: { ...store, start: store.start, readAll, head: () => store.head() }, reading };
}

describe('an export', () => {
  let store: InMemoryEventStore;
  let all: readonly ExportedEvent[];
  beforeAll(async () => {
    store = await logOf(3);
    all = eventsIn(await textOf(new EventExport({ store, codec, pseudonymOf }).text({ format: 'ndjson' })));
  });

  it('has every event of the log, in its order', () => {
    expect(all.map(({ type }) => type)).toEqual([1, 2, 3].flatMap(() => samples.map(({ event }) => event.type)));
    expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort());
  });

  it('has only the types, times and numbers that are asked for', async () => {
    const some = async (request: object): Promise<readonly ExportedEvent[]> =>
      eventsIn(await textOf(new EventExport({ store, codec, pseudonymOf }).text({ format: 'ndjson', ...request })));
    expect((await some({ types: ['ReviewHeld'] })).map(({ type }) => type)).toEqual(Array(3).fill('ReviewHeld'));
    const day = { from: '2026-04-02T00:00:00.000Z', until: '2026-04-03T00:00:00.000Z' };
    expect(await some(day)).toEqual(all.slice(samples.length, 2 * samples.length));
    expect(await some({ limit: 5 })).toEqual(all.slice(0, 5));
  });

  it.each(['ndjson', 'csv'] as const)('goes on behind any event as if it had never broken off: %s', async (format) => {
    const events = new EventExport({ store, codec, pseudonymOf });
    const whole = await textOf(events.text({ format }));
    const lines = whole.split(/(?<=\n)/);
    const names = format === 'csv' ? 1 : 0;
    for (const at of [0, 17, all.length - 1]) {
      const after = all[at]!.position;
      expect(await textOf(events.text({ format, after }))).toBe(lines.slice(names + at + 1).join(''));
    }
  });

  it('reads no further than somebody takes, and stops reading when nobody does any more', async () => {
    const log = watched(await logOf(40));
    const events = new EventExport({ store: log.store, codec, pseudonymOf });
    const stream = Readable.from(events.text({ format: 'ndjson' }), { objectMode: false });
    const [first] = (await stream.take(1).toArray()) as readonly Buffer[];
    expect(first?.length).toBeGreaterThan(1000);
    expect(log.reading.taken).toBeLessThan(40 * samples.length);
    expect(log.reading.ended).toBe(true);
  });
});

describe('the key of pseudonyms', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-pseudonyms-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner only, and is the same ever after', async () => {
    const file = join(folder, 'pseudonym-key');
    const [key, again] = await Promise.all([loadOrCreatePseudonymKey(file), loadOrCreatePseudonymKey(file)]);
    expect(again).toBe(key);
    expect(await loadPseudonymKey(file)).toBe(key);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toMatch(/^[\w-]{43}$/);
  });

  it('is refused when somebody could guess it, or when it is not there', async () => {
    const file = join(folder, 'short');
    await writeFile(file, 'secret\n');
    await expect(loadPseudonymKey(file)).rejects.toThrow(
      /short holds 6 characters; it must be a secret of at least 32/,
    );
    await expect(loadPseudonymKey(join(folder, 'none'))).rejects.toThrow(/none cannot be read \(ENOENT\)/);
    await expect(loadOrCreatePseudonymKey(join(folder, 'no', 'folder'))).rejects.toThrow(
      /cannot be written \(ENOENT\)/,
    );
  });
});

import {
  canonicalJson,
  type EventCodec,
  type EventStore,
  evolveDocument,
  type Projection,
  type Recorded,
  type StoredEvent,
} from '#event-sourcing';
import type { DocumentStore } from '#document-store';
import { EventHub } from '../hub/event-hub.engine.js';
import { streamMark } from '../parking/parked-entry.js';
import { ProjectionEngine } from '../projection.engine.js';
import { append, type CaseEvent, fragileCases, openCases, plainCodec } from './cases.js';
import { Crashed, type Death, mortal } from './mortal-store.js';

/** What somebody does while a process runs. `which` picks one of what is parked. */
export type Deed =
  | { readonly does: 'append'; readonly events: readonly CaseEvent[] }
  | { readonly does: 'mend'; readonly note: string }
  | { readonly does: 'retry' | 'skip'; readonly which: number };

/** The life of one process. */
export interface Life {
  readonly deeds: readonly Deed[];
  readonly batchSize: number;
  /** Into how many partitions it divides a build that it begins; absent: into one. */
  readonly partitions?: number;
  /** Absent: it ends in good order. */
  readonly death?: Death;
}

/** A log, and the decisions about it: what outlives processes. */
export interface World {
  readonly store: EventStore;
  readonly documents: DocumentStore;
  /** The notes that cannot be taken yet; "unreadable": they cannot even be decoded. */
  readonly broken: Set<string>;
  readonly skipped: { readonly key: string; readonly position: string }[];
}

const PATIENCE_MS = 60_000;
const { name } = openCases;

/** A codec that cannot read the notes "unreadable" as long as they are broken. */
export function fragileCodec(broken: ReadonlySet<string>): EventCodec {
  const plain = plainCodec();
  const decode = (stored: StoredEvent): Recorded => {
    if (stored.data['note'] === 'unreadable' && broken.has('unreadable')) throw new Error('not readable');
    return plain.decode(stored);
  };
  return { encode: (...args) => plain.encode(...args), decode, decodeUnchecked: decode };
}

/** Lets a process live: it starts, knows what was decided, does the deeds, and ends. */
export async function live(world: World, { deeds, batchSize, partitions = 1, death }: Life): Promise<void> {
  const hub = new EventHub({ store: world.store, codec: fragileCodec(world.broken), batchSize, delays: () => 0 });
  const documents = mortal(world.documents, death);
  const engine = new ProjectionEngine({ hub, documents, partitions, delays: () => 0 });
  engine.register(fragileCases(world.broken));
  try {
    for (const { key, position } of world.skipped) await engine.skip(name, key, position);
    await engine.start();
    await engine.ready();
    for (const deed of deeds) await act(world, engine, deed);
  } catch (error) {
    if (!(error instanceof Crashed)) throw error;
  }
  await engine.stop();
}

/** Tries everything that waits until nothing more comes of it; gives the errors of what cannot go on. */
export async function retryEverything(world: World): Promise<readonly string[]> {
  const errors: string[] = [];
  const hub = new EventHub({ store: world.store, codec: fragileCodec(world.broken), delays: () => 0 });
  const engine = new ProjectionEngine({ hub, documents: world.documents, delays: () => 0 });
  engine.register(fragileCases(world.broken));
  for (const { key, position } of world.skipped) await engine.skip(name, key, position);
  await engine.start();
  await engine.ready();
  for (const { document } of await parkedIn(engine)) await engine.retry(name, document.key);
  for (const { document } of await parkedIn(engine)) errors.push(document.error);
  await engine.stop();
  return errors;
}

/** The documents that are stored, as canonical JSON. */
export async function storedDocuments({ documents }: Pick<World, 'documents'>): Promise<string> {
  const collection = await documents.collection<object>(`${name}.v1`, []);
  const found = await collection.find({ limit: 1_000 });
  return canonicalJson(Object.fromEntries(found.documents.map(({ id, document }) => [id, document])));
}

/** The documents as a plain fold over the log makes them, without what is skipped, as canonical JSON. */
export async function plainlyFolded({ store, skipped }: World): Promise<string> {
  const documents = new Map<string, object>();
  const projection = openCases as unknown as Projection;
  const codec = plainCodec();
  const isSkipped = (key: string, at: string): boolean => skipped.some((one) => one.key === key && one.position === at);
  for await (const stored of store.readAll({ types: Object.keys(projection.on) })) {
    if (isSkipped(streamMark(stored.stream), stored.position)) continue;
    const event = codec.decode(stored);
    for (const key of new Set([projection.key(event)].flat())) {
      if (isSkipped(key, stored.position)) continue;
      const next = evolveDocument(projection, documents.get(key), event, key);
      if (next === undefined) documents.delete(key);
      else documents.set(key, next);
    }
  }
  return canonicalJson(Object.fromEntries(documents));
}

async function act(world: World, engine: ProjectionEngine, deed: Deed): Promise<void> {
  if (deed.does === 'mend') world.broken.delete(deed.note);
  else if (deed.does === 'append') {
    const position = await append(world.store, ...deed.events);
    await engine.waitFor(position, undefined, PATIENCE_MS);
  } else await decide(world, engine, deed);
}

async function decide(world: World, engine: ProjectionEngine, { does, which }: Extract<Deed, { which: number }>) {
  // Behind what the start has begun to try again.
  await engine.retry(name, 'nothing');
  const parked = await parkedIn(engine);
  const entry = parked[which % parked.length]?.document;
  if (entry === undefined) return;
  const { key, position } = entry;
  if (does === 'retry') await engine.retry(name, key);
  else {
    world.skipped.push({ key, position });
    await engine.skip(name, key, position);
  }
}

async function parkedIn(engine: ProjectionEngine) {
  return (await engine.parkedDocuments(name).find({ limit: 1_000 })).documents;
}

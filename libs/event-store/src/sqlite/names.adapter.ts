import { LRUCache } from 'lru-cache';
import { type Database, firstNumber, firstValue, type Statement, prepare } from './database.adapter.js';

/** A stream as the log knows it. `head` is the revision of its last event, -1 while it has none. */
export interface StreamEntry {
  readonly id: number;
  head: number;
  /** Revisions of the latest events by id; kept only for streams that are appended to with `'any'`. */
  revisions?: Map<string, number>;
  /** The numbers of the kinds in its category by type, as far as they are known; kept once it is appended to. */
  kinds?: Map<string, number>;
}

/** Most streams kept in memory; losing one costs two index lookups. */
const MAX_STREAMS = 20_000;
/** How far back an append with `'any'` recognises ids that it has already stored. */
const REMEMBERED_IDS = 10_000;

/**
 * The category of a stream: its name up to the first `-` when that is a plain word (`partnership-`), `''` otherwise. A
 * name without one gets none, so that there are never more categories than words.
 */
export function categoryOf(stream: string): string {
  return /^[A-Za-z]{1,40}-/.exec(stream)?.[0] ?? '';
}

/** The numbers behind the names of streams and kinds, in both directions, and where each stream ends. */
export class Names {
  private readonly streams = new LRUCache<string, StreamEntry>({ max: MAX_STREAMS });
  private readonly streamNames = new LRUCache<number, string>({ max: MAX_STREAMS });
  private readonly kinds = new Map<string, Map<string, number>>();
  private readonly types = new Map<number, string>();
  private readonly selectStream: Statement;
  private readonly selectHead: Statement;
  private readonly selectName: Statement;
  private readonly selectType: Statement;
  private readonly selectKind: Statement;
  private readonly selectIds: Statement;
  private readonly insertStream: Statement;
  private readonly insertKind: Statement;

  constructor(db: Database) {
    this.insertStream = prepare(db, 'INSERT INTO streams (name) VALUES (?)');
    this.insertKind = prepare(db, 'INSERT INTO kinds (category, type) VALUES (?, ?)');
    this.selectStream = prepare(db, 'SELECT id FROM streams WHERE name = ?');
    this.selectHead = prepare(db, 'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.selectName = prepare(db, 'SELECT name FROM streams WHERE id = ?');
    this.selectType = prepare(db, 'SELECT type FROM kinds WHERE id = ?');
    this.selectKind = prepare(db, 'SELECT id FROM kinds WHERE category = ? AND type = ?');
    this.selectIds = prepare(
      db,
      'SELECT lower(hex(id)), revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT ?',
    );
  }

  /** The number of a stream, `undefined` when it does not exist. Sees what another process has written. */
  streamId(name: string): number | undefined {
    return this.streams.get(name)?.id ?? firstNumber(this.selectStream, name);
  }

  /** A stream and where it ends; for the writer, who is the only one to move that. */
  stream(name: string): StreamEntry | undefined {
    const known = this.streams.get(name);
    if (known !== undefined) return known;
    const id = firstNumber(this.selectStream, name);
    if (id === undefined) return undefined;
    const entry = { id, head: firstNumber(this.selectHead, id) ?? -1 };
    this.streams.set(name, entry);
    return entry;
  }

  /** Adds a stream that does not exist. */
  addStream(name: string): StreamEntry {
    const { lastInsertRowid } = this.insertStream.run(name);
    const entry = { id: Number(lastInsertRowid), head: -1 };
    this.streams.set(name, entry);
    return entry;
  }

  /** The latest events of a stream by id (hex without dashes), at most {@link REMEMBERED_IDS}. */
  revisionsOf(entry: StreamEntry): Map<string, number> {
    entry.revisions ??= new Map(
      (this.selectIds.all(entry.id, REMEMBERED_IDS) as readonly (readonly [string, number])[]).toReversed(),
    );
    return entry.revisions;
  }

  /** Adds to what {@link revisionsOf} knows, if it is kept for this stream. */
  remember(entry: StreamEntry, id: string): void {
    if (entry.revisions === undefined) return;
    entry.revisions.set(id, entry.head);
    const [oldest] = entry.revisions.keys();
    if (oldest !== undefined && entry.revisions.size > REMEMBERED_IDS) entry.revisions.delete(oldest);
  }

  /** The number of a type in the category of a stream; adds it when it is new. */
  kindOf(entry: StreamEntry, stream: string, type: string): number {
    const kinds = (entry.kinds ??= this.kindsIn(categoryOf(stream)));
    return kinds.get(type) ?? learn(kinds, type, this.storedKind(categoryOf(stream), type));
  }

  /** The name of a stream by number. */
  streamName(id: number): string {
    return this.streamNames.get(id) ?? learn(this.streamNames, id, firstText(this.selectName, id));
  }

  /** The event type of a kind by number. */
  typeOf(kind: number): string {
    return this.types.get(kind) ?? learn(this.types, kind, firstText(this.selectType, kind));
  }

  /** Forgets what a transaction that was rolled back may have taught. */
  forget(): void {
    this.streams.clear();
    this.streamNames.clear();
    this.kinds.clear();
    this.types.clear();
  }

  private kindsIn(category: string): Map<string, number> {
    return this.kinds.get(category) ?? learn(this.kinds, category, new Map<string, number>());
  }

  private storedKind(category: string, type: string): number {
    return firstNumber(this.selectKind, category, type) ?? Number(this.insertKind.run(category, type).lastInsertRowid);
  }
}

/** Keeps a value for the next time and returns it. */
function learn<Key, Value>(known: { set(key: Key, value: NoInfer<Value>): unknown }, key: Key, value: Value): Value {
  known.set(key, value);
  return value;
}

function firstText(statement: Statement, ...parameters: (string | number)[]): string {
  return String(firstValue(statement, ...parameters) ?? '');
}

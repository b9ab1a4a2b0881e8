import {
  type Direction,
  type EventFilter,
  EventUnreadable,
  filterTest,
  type JsonObject,
  type StoredEvent,
} from '#event-sourcing';
import { type Database, type Statement, firstNumber, prepare } from './database.adapter.js';
import type { EventRow } from './event-row.js';
import type { Names } from './names.adapter.js';
import { formatPosition } from './position.js';
import type { RecentRows } from './recent-rows.adapter.js';

/** A part of the log: the events found in it, and the position up to which it has been looked through. */
export interface LogPage {
  readonly rows: readonly EventRow[];
  readonly upTo: number;
}

/** A place in the log that is being read through, page by page; each page is a statement of its own. */
export interface LogScan {
  /** The next events after `position`, at most `limit`; no rows may still mean progress, see `upTo`. */
  page(position: number, limit: number): LogPage;
}

const ROW = 'position, stream, revision, kind, lower(hex(id)), data, metadata';
/** How far a filtered page looks at first; the reach doubles while it finds little, and shrinks to what a page takes. */
const FIRST_REACH = 4_096;
/** All positions within reach are found and sorted for each page. */
const LEAST_REACH = 256;
/** Above this share of the events it is quicker to read them all. */
const MOST = 0.75;

/** Reads pages of streams and of the whole log from one connection. */
export class Pages {
  private readonly streamForwards: Statement;
  private readonly streamBackwards: Statement;
  private readonly forwards: Statement;
  private readonly backwards: Statement;
  private readonly last: Statement;

  constructor(
    private readonly db: Database,
    private readonly names: Names,
    private readonly recent: RecentRows,
  ) {
    const stream = `SELECT ${ROW} FROM events WHERE stream = ? AND revision`;
    this.streamForwards = prepare(db, `${stream} >= ? ORDER BY revision LIMIT ?`);
    this.streamBackwards = prepare(db, `${stream} <= ? ORDER BY revision DESC LIMIT ?`);
    this.forwards = prepare(db, `SELECT ${ROW} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.last = prepare(db, 'SELECT max(position) FROM events');
    this.backwards = prepare(db, `SELECT ${ROW} FROM events WHERE position < ? ORDER BY position DESC LIMIT ?`);
  }

  /** Position number of the last event, 0 when there is none. */
  head(): number {
    return firstNumber(this.last) ?? 0;
  }

  /** The place before the first event in the direction of reading. */
  edge(direction: Direction): number {
    return direction === 'forwards' ? 0 : this.head() + 1;
  }

  /** A page of a stream, beginning at revision `from`; nothing when the stream does not exist. */
  stream(name: string, from: number, direction: Direction, limit: number): readonly EventRow[] {
    const id = this.names.streamId(name);
    if (id === undefined) return [];
    return rowsOf(direction === 'forwards' ? this.streamForwards : this.streamBackwards, id, from, limit);
  }

  /** Begins to read the log, all of it or what a filter lets through. */
  scan(filter: EventFilter, direction: Direction): LogScan {
    if (filter.types !== undefined || filter.streams !== undefined) return this.filteredScan(filter, direction);
    return { page: (at, limit) => this.page(at, direction, limit) };
  }

  /** The event of a row. Throws {@link EventUnreadable} when its text is no JSON object. */
  event([position, stream, revision, kind, hex, data, metadata]: EventRow): StoredEvent {
    const name = this.names.streamName(stream);
    const type = this.names.typeOf(kind);
    try {
      return {
        id: dashed(hex),
        type,
        data: parsed(data),
        metadata: parsed(metadata),
        stream: name,
        revision: BigInt(revision),
        position: formatPosition(position),
      };
    } catch (cause) {
      throw new EventUnreadable(
        `${type} at position ${formatPosition(position)}, revision ${String(revision)} of "${name}" is damaged: no JSON.`,
        { cause },
      );
    }
  }

  private page(at: number, direction: Direction, limit: number): LogPage {
    const rows = direction === 'forwards' ? this.next(at, limit) : rowsOf(this.backwards, at, limit);
    return { rows, upTo: rows.at(-1)?.[0] ?? at };
  }

  private next(at: number, limit: number): readonly EventRow[] {
    return this.recent.after(at, limit) ?? rowsOf(this.forwards, at, limit);
  }

  /**
   * Reads page by page what a filter lets through. Where it lets most through, all events are read and the others passed
   * over: picking them costs an event a quarter of its reading.
   */
  private filteredScan(filter: EventFilter, direction: Direction): LogScan {
    const fits = this.test(filter);
    const picked = this.pick(filter, direction);
    let letsMostThrough = false;
    return {
      page: (at, limit) => {
        const { rows: found, upTo } = letsMostThrough ? this.page(at, direction, limit) : picked(at, limit);
        const rows = found.filter(fits);
        letsMostThrough = rows.length > MOST * Math.abs(upTo - at);
        return { rows, upTo };
      },
    };
  }

  /**
   * Finds events by their kinds through the index, within a reach of positions that adapts to how much is found: a rare
   * kind in a long log costs a few lookups. Kinds are chosen inside the statement, so none that is new is missed.
   */
  private pick({ types, streams }: EventFilter, direction: Direction): LogScan['page'] {
    const order = direction === 'forwards' ? '' : 'DESC';
    const statement = prepare(
      this.db,
      `SELECT ${ROW} FROM events WHERE position IN (
         SELECT position FROM events INDEXED BY events_by_kind
         WHERE kind IN (${kindsSql(types, streams)}) AND position > ? AND position < ?
         ORDER BY position ${order} LIMIT ?)
       ORDER BY position ${order}`,
    );
    const lists = [types, streams, streams].flatMap((list) => (list === undefined ? [] : [JSON.stringify(list)]));
    let reach = FIRST_REACH;
    return (at, limit) => {
      const end = direction === 'forwards' ? Math.min(at + reach, this.head()) : Math.max(at - reach, 1);
      const [above, below] = direction === 'forwards' ? [at, end + 1] : [end - 1, at];
      if (below - above <= 1) return { rows: [], upTo: at };
      const rows = rowsOf(statement, ...lists, above, below, limit);
      const upTo = rows.length < limit ? end : (rows.at(-1)?.[0] ?? end);
      reach = rows.length < limit / 4 ? reach * 2 : Math.max(Math.abs(upTo - at), LEAST_REACH);
      return { rows, upTo };
    };
  }

  private test(filter: EventFilter): (row: EventRow) => boolean {
    const { names } = this;
    const isWanted = filterTest(filter);
    if (filter.streams === undefined) return ([, , , kind]) => isWanted(names.typeOf(kind), '');
    return ([, stream, , kind]) => isWanted(names.typeOf(kind), names.streamName(stream));
  }
}

/** The kinds that may pass: of a wanted type, in a category that fits a wanted prefix as far as either goes. */
function kindsSql(types: readonly string[] | undefined, streams: readonly string[] | undefined): string {
  const wanted = [
    ...(types === undefined ? [] : ['type IN (SELECT value FROM json_each(?))']),
    ...(streams === undefined
      ? []
      : [
          `(EXISTS (SELECT 1 FROM json_each(?) WHERE substr(category, 1, length(value)) = value)
            OR EXISTS (SELECT 1 FROM json_each(?) WHERE substr(value, 1, length(category)) = category))`,
        ]),
  ];
  return `SELECT id FROM kinds WHERE ${wanted.join(' AND ')}`;
}

function rowsOf(statement: Statement, ...parameters: (string | number)[]): readonly EventRow[] {
  return statement.all(...parameters) as readonly EventRow[];
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function parsed(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON object');
  return value as JsonObject;
}

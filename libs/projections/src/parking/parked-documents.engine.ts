import type { Position } from '#event-sourcing';
import { type Collection, documentPages, type Stored } from '#document-store';
import type { Folded, Withheld } from '../folding/fold-batch.js';
import type { Partition } from '../folding/partition.js';
import { parkedEntry, type ParkedEntry, parkedId, resolvedEntry, storedEntry } from './parked-entry.js';

/** The events that somebody decided to pass over. */
export interface Skips {
  readonly hasSkips: boolean;
  isSkipped(key: string, position: Position): boolean;
}

/** What {@link ParkedDocuments} stands on. */
export interface ParkedDocumentsParts {
  /** The parked entries of the read model. */
  readonly entries: Collection<ParkedEntry>;
  /** Its documents. */
  readonly collection: Collection<object>;
  /** Whose documents these are. */
  readonly partition: Partition;
  readonly skips: Skips;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const PAGE = 1_000;

/**
 * The documents of one partition that wait because an event could not be folded into them. The entries are stored; in
 * memory are only their keys. An entry is stored before the checkpoint passes the event, and again with each batch that holds
 * events which have to wait: so a process that has lost its lease cannot undo what its successor has accounted for.
 */
export class ParkedDocuments implements Withheld {
  /** For each key the position from which on its events wait. */
  private readonly waiting = new Map<string, Position>();

  /** Those found at the start that were about to be tried, or were being tried, when the process before ended. */
  readonly untried = new Set<string>();

  constructor(private readonly parts: ParkedDocumentsParts) {}

  /** How many documents and streams wait. */
  get size(): number {
    return this.waiting.size;
  }

  get isNone(): boolean {
    return this.waiting.size === 0 && !this.parts.skips.hasSkips;
  }

  has(key: string): boolean {
    return this.waiting.has(key);
  }

  waitingFrom(key: string): Position | undefined {
    return this.waiting.get(key);
  }

  isSkipped(key: string, position: Position): boolean {
    return this.parts.skips.isSkipped(key, position);
  }

  /** Learns what waits. An entry whose document has got past it is a crash's: the retry had succeeded. */
  async load(): Promise<void> {
    for await (const entries of documentPages(this.parts.entries, { limit: PAGE }))
      await this.admit(entries.filter(this.isOwn).map(({ document }) => document));
  }

  /**
   * Stores what waits since a batch was folded, the keys that are new and the later events of those known. `after`: where the
   * batch began. Gives the new entries.
   */
  async record(
    { failures, held }: Pick<Folded, 'failures' | 'held'>,
    after: Position,
  ): Promise<readonly ParkedEntry[]> {
    const { now } = this.parts;
    const since = new Date(now()).toISOString();
    const parked = failures.map(({ key, of, event, error }) => {
      const heldUpTo = held.get(key) ?? event.position;
      return parkedEntry(key, event, error, { of, attempts: 1, since, after, heldUpTo, turn: 1 });
    });
    const fresh = new Set(parked.map(({ key }) => key));
    const known = await this.stored([...held.keys()].filter((key) => !fresh.has(key)));
    const touched = [...known].flatMap(([key, { document }]) => {
      const heldUpTo = held.get(key);
      if (document === undefined || heldUpTo === undefined || heldUpTo <= document.heldUpTo) return [];
      return { ...document, heldUpTo };
    });
    await this.write([...parked, ...touched]);
    return parked.length === 0 ? [] : this.learn(fresh);
  }

  /** Forgets those keys whose events another process has folded meanwhile; says whether there are any. */
  async forgetResolved(keys: readonly string[]): Promise<boolean> {
    const before = this.waiting.size;
    const known = keys.filter((key) => this.waiting.has(key));
    if (known.length > 0) await this.learn(new Set(known));
    return this.waiting.size < before;
  }

  /** What is stored of keys, the marks of those resolved included. */
  async stored(keys: readonly string[]): Promise<ReadonlyMap<string, Stored<ParkedEntry>>> {
    const keyOf = new Map(keys.map((key) => [parkedId(key, this.parts.partition), key]));
    const found = await this.parts.entries.getMany([...keyOf.keys()]);
    return new Map([...found].map(([id, stored]) => [keyOf.get(id) ?? id, stored]));
  }

  /** The entry of a key as it is stored; `undefined`: it does not wait. */
  async entry(key: string): Promise<ParkedEntry | undefined> {
    const [entry] = await this.learn(new Set([key]));
    return entry;
  }

  /** Stores new states of entries. */
  async store(entries: readonly ParkedEntry[]): Promise<void> {
    await this.write(entries);
    await this.learn(new Set(entries.map(({ key }) => key)));
  }

  /** Nothing of the key waits any more: its events up to a position are in the document. */
  async resolve(entry: ParkedEntry, upTo: Position): Promise<void> {
    await this.parts.entries.write([resolvedEntry(entry, upTo, this.parts.partition)]);
    await this.learn(new Set([entry.key]));
  }

  private readonly isOwn = ({ id, document }: { readonly id: string; readonly document: ParkedEntry }): boolean =>
    id === parkedId(document.key, this.parts.partition);

  private async write(entries: readonly ParkedEntry[]): Promise<void> {
    await this.parts.entries.write(entries.map((entry) => storedEntry(entry, this.parts.partition)));
  }

  private async admit(entries: readonly ParkedEntry[]): Promise<void> {
    const documents = await this.parts.collection.getMany(entries.map(({ key }) => key));
    const isPast = ({ key, heldUpTo }: ParkedEntry): boolean => (documents.get(key)?.position ?? '') >= heldUpTo;
    for (const { key, position, attempts } of entries) {
      this.waiting.set(key, position);
      if (attempts === 0 || (documents.get(key)?.position ?? '') >= position) this.untried.add(key);
    }
    const past = entries.filter(isPast);
    if (past.length === 0) return;
    const { partition } = this.parts;
    await this.parts.entries.write(past.map((entry) => resolvedEntry(entry, entry.heldUpTo, partition)));
    await this.learn(new Set(past.map(({ key }) => key)));
  }

  /** What is stored holds, whoever stored it. */
  private async learn(keys: ReadonlySet<string>): Promise<readonly ParkedEntry[]> {
    const found = await this.stored([...keys]);
    return [...keys].flatMap((key) => {
      const entry = found.get(key)?.document;
      if (entry === undefined) this.waiting.delete(key);
      else this.waiting.set(key, entry.position);
      return entry ?? [];
    });
  }
}

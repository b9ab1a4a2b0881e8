import type { Position } from '#event-sourcing';
import type { Filter } from './filter.js';
import type { IndexDefinition } from './indexes.js';
import type { Lease } from './lease.js';
import type { Member } from './member.js';
import type { Keyset, Sort } from './sort-order.js';

/**
 * A document as it is kept. `position` is that of the last event that changed it; a deleted document keeps it
 * (`document` is `undefined`), so that an event of before the deletion does not bring it back.
 */
export interface Stored<Document extends object> {
  readonly id: string;
  readonly document: Document | undefined;
  readonly position: Position;
}

/** A document that exists, with its id. */
export interface Found<Document extends object> {
  readonly id: string;
  readonly document: Document;
}

/** Which part of the sorted and filtered documents is wanted. */
export interface FindOptions<Document extends object> {
  readonly filter?: Filter<Document>;
  /** Without a sort: ascending by id. */
  readonly sort?: Sort<Document>;
  /** Only what lies behind this row under the sort. The row itself need not exist any more. */
  readonly after?: Keyset;
  /** Only what lies in front of this row under the sort. */
  readonly before?: Keyset;
  /** `forwards` (default) takes the first `limit` rows between `after` and `before`, `backwards` the last. */
  readonly direction?: 'forwards' | 'backwards';
  /** The most rows to return, at least 0. */
  readonly limit: number;
}

/** Rows in the order of the sort, whatever the direction of paging; `hasMore`: more follow in that direction. */
export interface Page<Document extends object> {
  readonly documents: readonly Found<Document>[];
  readonly hasMore: boolean;
}

/** One stage of MongoDB's aggregation pipeline. */
export type PipelineStage = Readonly<Record<`$${string}`, unknown>>;

/**
 * Documents as queries ask for them. Documents are JSON and immutable: an adapter may hand out and keep the very objects,
 * so nobody changes one that was given or received, and nobody counts on getting the same object twice. Faults of the
 * store are {@link DocumentStoreUnavailable}.
 */
export interface ReadableCollection<Document extends object> {
  /** The document with this id, `undefined` if there is none. */
  get(id: string): Promise<Document | undefined>;
  /** One page of the documents that a filter selects, in the order of a sort. */
  find(options: FindOptions<Document>): Promise<Page<Document>>;
  /** How many documents a filter selects; all without one. */
  count(filter?: Filter<Document>): Promise<number>;
  /** The result of an aggregation pipeline over the documents, each of which carries its id as `_id`. */
  aggregate<Result extends object = Readonly<Record<string, unknown>>>(
    pipeline: readonly PipelineStage[],
  ): Promise<readonly Result[]>;
}

/** The documents of one projection by id, kept by whoever folds them. */
export interface Collection<Document extends object> extends ReadableCollection<Document> {
  /** What is kept under these ids, deleted documents included; nothing for an id never written. */
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Stored<Document>>>;
  /**
   * Stores (`undefined`: deletes) documents. Each change applies only if its position is behind the stored one, so that
   * repeating a write, and two writers at once, change nothing. Changes of different ids are not one transaction.
   */
  write(changes: readonly Stored<Document>[]): Promise<void>;
}

/** How far a reader of the log has come, and with which version of itself. */
export interface Checkpoint {
  readonly version: number;
  /** Everything up to here is contained in what was stored before. */
  readonly position: Position;
}

/**
 * Where read models live (design.md section 5). Its query language is MongoDB's; adapters promise the same through one
 * contract suite, `describeDocumentStore`.
 */
export interface DocumentStore {
  /** The collection of a name, created if need be. The first call of a process decides on its indexes. */
  collection<Document extends object>(name: string, indexes: readonly IndexDefinition[]): Promise<Collection<Document>>;
  /** Removes a collection with all that was ever known of its documents. Collections handed out before are not used again. */
  drop(name: string): Promise<void>;
  /** The checkpoint of a reader; `undefined` before its first. */
  checkpoint(reader: string): Promise<Checkpoint | undefined>;
  /**
   * Stores a reader's checkpoint in place of the one before. Within one version a checkpoint never goes back: an earlier
   * position changes nothing. With a lease: rejects with {@link LeaseLost}, and stores nothing, once that lease has been
   * given to another holder.
   */
  saveCheckpoint(reader: string, checkpoint: Checkpoint, lease?: Lease): Promise<void>;
  /**
   * Gives the lease of a name to a holder for so many milliseconds, with a new token if another one had it last or it
   * had been released; `undefined` while another one holds it. Who has it already gets it again under the same token.
   */
  acquireLease(name: string, holder: string, forMs: number): Promise<Lease | undefined>;
  /** Holds a lease for so many milliseconds from now, even if it had expired; `undefined`: it was released or has passed to another. */
  renewLease(lease: Lease, forMs: number): Promise<Lease | undefined>;
  /** Lets others have the lease at once; changes nothing if it has passed to another already. */
  releaseLease(lease: Lease): Promise<void>;
  /**
   * Counts somebody among those who share work, for so many milliseconds from now: gives all who count now, in the order of
   * their names, with what each said last.
   */
  attend(member: Member, forMs: number): Promise<readonly Member[]>;
  /** Counts somebody no more. */
  leave(name: string): Promise<void>;
  /** Resolves when documents can be read and written now; otherwise a {@link DocumentStoreUnavailable} says why not. */
  ping(): Promise<void>;
  /** Releases everything. Later calls are rejected with {@link DocumentStoreUnavailable}. */
  close(): Promise<void>;
}

/** The store cannot be reached or is closed. The same call may succeed later. */
export class DocumentStoreUnavailable extends Error {
  override readonly name = 'DocumentStoreUnavailable';
  readonly retryable = true;
}

/** Injection token of the process's {@link DocumentStore}. */
export const DOCUMENT_STORE = Symbol('DocumentStore');

import type { Position, Recorded } from '#event-sourcing';
import { evolveDocument, type Projection, sealJson } from '#event-sourcing';
import type { Stored } from '#document-store';
import { documentKeys } from './document-keys.js';
import { returnedFault, thrownFault } from './fold-fault.js';
import { isIn, type Partition } from './partition.js';
import type { DocumentVersion } from '../history/history-rows.js';
import { type FailedEvent, streamMark } from '../parking/parked-entry.js';

/** What a batch needs to know of an event before it is decoded. */
export interface UnfoldedEvent {
  readonly stored: FailedEvent;
  /** Decodes the event; may throw. */
  readonly recorded: Recorded;
}

/** What is not to be folded: what waits behind an event that failed, and what somebody decided to pass over. */
export interface Withheld {
  /** Nothing is. */
  readonly isNone: boolean;
  /** From this position on, the events of a document (or, by its mark, of a stream) wait. */
  waitingFrom(key: string): Position | undefined;
  /** This one event is passed over for this document (or, by the stream's mark, for all). */
  isSkipped(key: string, position: Position): boolean;
}

/** A document while a batch is folded into it. */
interface Slot {
  readonly id: string;
  document: object | undefined;
  position: Position;
  isChanged: boolean;
}

/** A document, or by its mark a stream, that has to wait from an event on, and why. */
export interface BatchFailure {
  readonly key: string;
  readonly of: 'document' | 'stream';
  readonly event: FailedEvent;
  readonly error: string;
}

/** What a batch means to a projection. A plan is folded once. */
export interface BatchPlan {
  /** Each event with each document that it changes, in order. */
  readonly steps: { readonly event: Recorded; readonly slot: Slot }[];
  readonly slots: Map<string, Slot>;
  /** How many events concern the partition. */
  events: number;
  /** The streams of which an event could not be read, by their marks. */
  readonly failures: BatchFailure[];
  /** What waits: the position of the last event of each waiting document, and of each waiting stream by its mark. */
  readonly held: Map<string, Position>;
}

/** The documents that a batch changed, and those that have to wait from now on. */
export interface Folded {
  readonly changes: readonly Stored<object>[];
  /** Of a temporal projection: every version that the batch made, in the order of the log. */
  readonly versions: readonly DocumentVersion[];
  readonly failures: readonly BatchFailure[];
  /** As in the plan, with what waits behind the failures. */
  readonly held: ReadonlyMap<string, Position>;
}

/** Which events of a batch a projection reads, and how. */
export interface Scope {
  readonly types: ReadonlySet<string>;
  /** What it has passed already. */
  readonly after: Position;
  readonly withheld: Withheld;
  /** Whose documents these are to be: what an event means to others is theirs. */
  readonly partition: Partition;
  /** Events and documents are frozen, and what the functions return is looked at. */
  readonly isChecked: boolean;
}

/** Picks out the events of the projection's types behind a position, and the partition's documents that they change. */
export function planBatch(projection: Projection, batch: readonly UnfoldedEvent[], scope: Scope): BatchPlan {
  const { types, after, withheld } = scope;
  const plan: BatchPlan = { steps: [], slots: new Map(), events: 0, failures: [], held: new Map() };
  for (const event of batch) {
    if (!types.has(event.stored.type) || event.stored.position <= after) continue;
    if ((!withheld.isNone || plan.failures.length > 0) && isStreamWithheld(event.stored, plan, withheld)) {
      plan.events += 1;
      continue;
    }
    const keys = keysOf(projection, event, scope.isChecked);
    if ('fault' in keys) parkStream(event.stored, keys.fault, plan);
    else planSteps(keys, event, plan, scope);
  }
  return plan;
}

/**
 * Folds a planned batch into the documents as they are stored. An event that a document already contains (its position
 * is not behind the document's) is passed over; an event that leaves a document as it is leaves its position too, so
 * that documents and positions do not depend on how the log was split into batches. A document into which an event
 * cannot be folded keeps what came before, and waits with all that comes after.
 */
export function foldBatch(
  projection: Projection,
  plan: BatchPlan,
  stored: ReadonlyMap<string, Stored<object>>,
  isChecked: boolean,
): Folded {
  const { steps, slots } = plan;
  const failures = [...plan.failures];
  const held = new Map(plan.held);
  const failed = new Set<string>();
  const versions: DocumentVersion[] = [];
  fill(slots, stored, isChecked);
  for (const { event, slot } of steps) {
    if (slot.position >= event.position) continue;
    const error = failed.has(slot.id) ? undefined : foldInto(projection, slot, event, isChecked);
    if (error !== undefined) {
      failed.add(slot.id);
      failures.push({ key: slot.id, of: 'document', event, error });
    }
    if (failed.has(slot.id)) held.set(slot.id, event.position);
    if (projection.temporal === true && slot.position === event.position) versions.push(versionOf(slot, event));
  }
  return { changes: changesIn(slots), versions, failures, held };
}

function versionOf({ id, document, position }: Slot, { metadata: { recordedAt } }: Recorded): DocumentVersion {
  return { id, document, position, recordedAt };
}

/** Puts the documents as they are stored into their slots. */
function fill(slots: ReadonlyMap<string, Slot>, stored: ReadonlyMap<string, Stored<object>>, isChecked: boolean): void {
  for (const { id, document, position } of stored.values()) {
    const slot = slots.get(id);
    if (slot === undefined) continue;
    if (isChecked) sealJson(document);
    slot.document = document;
    slot.position = position;
  }
}

/** Folds one event into a document; gives what went wrong, and leaves the document as it was then. */
function foldInto(projection: Projection, slot: Slot, event: Recorded, isChecked: boolean): string | undefined {
  try {
    const next = evolveDocument(projection, slot.document, event, slot.id);
    if (next === slot.document) return undefined;
    const fault = isChecked ? returnedFault(next) : undefined;
    if (fault !== undefined) return fault;
    slot.document = next;
    slot.position = event.position;
    slot.isChanged = true;
    return undefined;
  } catch (thrown) {
    return thrownFault(thrown);
  }
}

function keysOf(projection: Projection, event: UnfoldedEvent, isChecked: boolean): ReturnType<typeof documentKeys> {
  try {
    const { recorded } = event;
    if (isChecked) {
      Object.freeze(recorded);
      sealJson(recorded.data);
      sealJson(recorded.metadata);
    }
    return documentKeys(projection, recorded);
  } catch (thrown) {
    return { fault: thrownFault(thrown) };
  }
}

function isStreamWithheld({ stream, position }: FailedEvent, plan: BatchPlan, withheld: Withheld): boolean {
  const mark = streamMark(stream);
  if (withheld.isSkipped(mark, position)) return true;
  if (!plan.held.has(mark) && !isWaiting(withheld, mark, position)) return false;
  plan.held.set(mark, position);
  return true;
}

function parkStream(event: FailedEvent, error: string, plan: BatchPlan): void {
  const key = streamMark(event.stream);
  plan.events += 1;
  plan.failures.push({ key, of: 'stream', event, error });
  plan.held.set(key, event.position);
}

function planSteps(keys: readonly string[], event: UnfoldedEvent, plan: BatchPlan, scope: Scope): void {
  const { partition, withheld } = scope;
  let isConcerned = keys.length === 0 && partition.index === 0;
  for (const key of keys) {
    if (!isIn(partition, key)) continue;
    isConcerned = true;
    planStep(key, event, plan, withheld);
  }
  if (isConcerned) plan.events += 1;
}

function planStep(key: string, { recorded }: UnfoldedEvent, plan: BatchPlan, withheld: Withheld): void {
  const { position } = recorded;
  if (!withheld.isNone) {
    if (withheld.isSkipped(key, position)) return;
    if (isWaiting(withheld, key, position)) {
      plan.held.set(key, position);
      return;
    }
  }
  plan.steps.push({ event: recorded, slot: slotFor(key, plan.slots) });
}

function isWaiting(withheld: Withheld, key: string, position: Position): boolean {
  const from = withheld.waitingFrom(key);
  return from !== undefined && position >= from;
}

function slotFor(id: string, slots: Map<string, Slot>): Slot {
  let slot = slots.get(id);
  if (slot === undefined) {
    slot = { id, document: undefined, position: '', isChanged: false };
    slots.set(id, slot);
  }
  return slot;
}

function changesIn(slots: ReadonlyMap<string, Slot>): readonly Stored<object>[] {
  const changes: Slot[] = [];
  for (const slot of slots.values()) if (slot.isChanged) changes.push(slot);
  return changes;
}

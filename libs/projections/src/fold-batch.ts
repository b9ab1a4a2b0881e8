import type { Position, Recorded } from '#event-sourcing';
import { evolveDocument, type Projection } from '#event-sourcing';
import type { Stored } from '#document-store';
import type { DocumentVersion } from './history-rows.js';

/** What a batch needs to know of an event before it is decoded. */
export interface UnfoldedEvent {
  readonly stored: { readonly type: string; readonly position: Position };
  /** Decodes the event; may throw. */
  readonly recorded: Recorded;
}

/** A document while a batch is folded into it. */
interface Slot {
  readonly id: string;
  document: object | undefined;
  position: Position;
  isChanged: boolean;
}

/** The event at which a batch has to end, and why. `key` is the document that was being changed. */
export interface BatchFailure<Event> {
  readonly event: Event;
  readonly cause: unknown;
  readonly key?: string;
}

/** What a batch means to a projection, up to the first event that cannot be read. */
export interface BatchPlan<Event extends UnfoldedEvent = UnfoldedEvent> {
  /** Each event with each document that it changes, in order. */
  readonly steps: readonly { readonly event: Recorded; readonly slot: Slot }[];
  readonly slots: ReadonlyMap<string, Slot>;
  /** How many events concern the projection. */
  readonly events: number;
  readonly failure?: BatchFailure<Event>;
}

/** The documents that a batch changed, up to the first event that failed. */
export interface Folded {
  readonly changes: readonly Stored<object>[];
  /** Of a temporal projection: every version that the batch made, in the order of the log. */
  readonly versions: readonly DocumentVersion[];
  readonly failure?: BatchFailure<Recorded>;
}

/** Picks out the events of the projection's types behind a position, and the documents they change. */
export function planBatch<Event extends UnfoldedEvent>(
  projection: Projection,
  types: ReadonlySet<string>,
  batch: readonly Event[],
  after: Position,
): BatchPlan<Event> {
  const steps: { event: Recorded; slot: Slot }[] = [];
  const slots = new Map<string, Slot>();
  let events = 0;
  for (const event of batch) {
    if (!types.has(event.stored.type) || event.stored.position <= after) continue;
    try {
      const { recorded } = event;
      const key = projection.key(recorded);
      if (typeof key === 'string') steps.push({ event: recorded, slot: slotFor(key, slots) });
      else for (const one of key) steps.push({ event: recorded, slot: slotFor(one, slots) });
      events += 1;
    } catch (cause) {
      return { steps, slots, events, failure: { event, cause } };
    }
  }
  return { steps, slots, events };
}

/**
 * Folds a planned batch into the documents as they are stored. An event that a document already contains (its position
 * is not behind the document's) is passed over; an event that leaves a document as it is leaves its position too, so
 * that documents and positions do not depend on how the log was split into batches. A plan is folded once.
 */
export function foldBatch(
  projection: Projection,
  { steps, slots }: BatchPlan,
  stored: ReadonlyMap<string, Stored<object>>,
): Folded {
  for (const { id, document, position } of stored.values()) {
    const slot = slots.get(id);
    if (slot === undefined) continue;
    slot.document = document;
    slot.position = position;
  }
  const versions: DocumentVersion[] = [];
  for (const { event, slot } of steps) {
    if (slot.position >= event.position) continue;
    try {
      const next = evolveDocument(projection, slot.document, event, slot.id);
      if (next === slot.document) continue;
      slot.document = next;
      slot.position = event.position;
      slot.isChanged = true;
      if (projection.temporal === true) versions.push(versionOf(slot, event));
    } catch (cause) {
      return { changes: changesIn(slots), versions, failure: { event, cause, key: slot.id } };
    }
  }
  return { changes: changesIn(slots), versions };
}

function versionOf({ id, document, position }: Slot, { metadata: { recordedAt } }: Recorded): DocumentVersion {
  return { id, document, position, recordedAt };
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

import { calendarDateIn, daysBetween, isCalendarDate } from '#calendar';
import type {
  DomainEvent,
  EventCodec,
  EventDefinitions,
  EventMetadata,
  EventOrigin,
  EventToAppend,
  JsonObject,
  Recorded,
  StoredEvent,
  Upcasts,
} from '#event-sourcing';
import { EventInvalid, EventTypeUnknown, EventUnreadable } from '#event-sourcing';
import { envelopeFault } from './envelope.js';
import { sealOf } from './hash-chain.js';
import { type EventReader, eventReaders } from './event-reader.adapter.js';

/** What the codec knows: every event type of every context, and the way from each old version to the next. */
export interface EventCodecParts {
  readonly definitions: EventDefinitions;
  readonly upcasts: Upcasts;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The codec between domain events and their stored form (design.md section 3). Throws an `Error` at once when an event
 * type lacks an upcast from one of its old versions, so that a forgotten one is found at start and not in a rebuild.
 */
export function createEventCodec({ definitions, upcasts }: EventCodecParts): EventCodec {
  const readers = eventReaders(definitions, upcasts);
  return {
    types: new Set(readers.keys()),
    encode: (event, id, origin, prevHash) => encode(readers.get(event.type), event, id, origin, prevHash),
    decode: (stored) => decode(readers.get(stored.type), stored, true),
    decodeUnchecked: (stored) => decode(readers.get(stored.type), stored, false),
  };
}

function encode(
  reader: EventReader | undefined,
  event: DomainEvent,
  id: string,
  origin: EventOrigin,
  prevHash: string | null,
): EventToAppend {
  if (reader === undefined) throw new EventInvalid(`${event.type} is not declared: add it to its context's events.`);
  const happened: unknown = event.occurredOn;
  if (!isCalendarDate(happened))
    throw new EventInvalid(`${event.type}.occurredOn is "${String(happened)}"; it has to be a date like 2026-03-31.`);
  if (!INSTANT.test(origin.recordedAt))
    throw new EventInvalid(`${event.type}.recordedAt is "${origin.recordedAt}"; it has to be UTC with milliseconds.`);
  const data = checked(reader, event) as JsonObject;
  const metadata = envelope(reader.version, event.occurredOn, origin);
  metadata.prevHash = prevHash;
  const encoded = { id: id.toLowerCase(), type: event.type, data, metadata };
  metadata.hash = seal(encoded);
  return encoded;
}

/** Metadata on its way to completion: copying it at each step is what encoding an event would spend most on. */
interface Envelope extends JsonObject {
  policyVersion?: string;
  prevHash?: string | null;
  hash?: string;
}

/** The envelope in the one order of fields in which it is stored. */
function envelope(schemaVersion: number, occurredOn: string, origin: EventOrigin): Envelope {
  const { recordedAt, commandId, $correlationId, $causationId, actor, source, clock, policyVersion } = origin;
  const recordedOn = calendarDateIn(recordedAt);
  const metadata: Envelope = {
    schemaVersion,
    recordedAt,
    occurredOn,
    lateDays: occurredOn < recordedOn ? daysBetween(occurredOn, recordedOn) : 0,
    commandId,
    $correlationId,
    $causationId,
    actor: { userId: actor.userId, roles: actor.roles, onBehalfOfSide: actor.onBehalfOfSide },
    source,
    clock,
  };
  if (policyVersion !== undefined) metadata.policyVersion = policyVersion;
  return metadata;
}

function checked(reader: EventReader, event: DomainEvent): object {
  try {
    return reader.parse(event.data);
  } catch (cause) {
    throw new EventInvalid(`${event.type} does not fit its schema: ${reasonOf(cause)}`, { cause });
  }
}

function seal(event: EventToAppend): string {
  try {
    return sealOf(event);
  } catch (cause) {
    throw new EventInvalid(`${event.type} holds what JSON cannot carry: ${reasonOf(cause)}`, { cause });
  }
}

function decode(reader: EventReader | undefined, stored: StoredEvent, isChecked: boolean): Recorded {
  const { type, id, stream, revision, position } = stored;
  if (reader === undefined)
    throw new EventTypeUnknown(
      `${placeOf(stored)} has a type that no context knows. Deploy the version that wrote it.`,
    );
  const damaged = envelopeFault(stored.metadata);
  if (damaged !== undefined)
    throw new EventUnreadable(`${placeOf(stored)}: metadata.${damaged} is missing or damaged.`);
  const metadata = stored.metadata as unknown as EventMetadata;
  const data = readData(reader, stored, metadata.schemaVersion, isChecked);
  return { type, occurredOn: metadata.occurredOn, data, id, stream, revision, position, metadata };
}

function readData(reader: EventReader, stored: StoredEvent, version: number, isChecked: boolean): object {
  if (version > reader.version || version < 1)
    throw new EventUnreadable(
      `${placeOf(stored)} has version ${String(version)}; versions 1 to ${String(reader.version)} are known. Deploy the version that wrote it.`,
    );
  try {
    const data = version === reader.version ? stored.data : reader.upcast(stored.data, version);
    return isChecked ? reader.parse(data) : data;
  } catch (cause) {
    throw new EventUnreadable(`${placeOf(stored)} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

function placeOf({ type, stream, revision, position }: StoredEvent): string {
  return `${type} at position ${position}, revision ${String(revision)} of "${stream}"`;
}

/** The reason on one line; of a schema's issues only paths and rules, never values: they might be somebody's data. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown reason';
  const issues = (cause as { readonly issues?: unknown }).issues;
  if (!Array.isArray(issues)) return cause.message;
  return (issues as readonly { readonly path?: readonly PropertyKey[]; readonly message?: string }[])
    .map(({ path = [], message = 'not valid' }) => `${['data', ...path].map(String).join('.')}: ${message}`)
    .join('; ');
}

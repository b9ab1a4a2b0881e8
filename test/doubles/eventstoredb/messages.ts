import protobuf from 'google-protobuf';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LoggedEvent } from './event-log.js';

const TICKS_PER_MS = 10_000;
const CHECKPOINT = 3;
const CAUGHT_UP = 8;

/** A stream's name as the protocol carries it. */
export function streamIdentifier(name: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name));
  return identifier;
}

/** The name in an identifier. */
export function streamName(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

/** The text of a UUID, however it was sent. */
export function uuidText(uuid: shared.UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (structured === undefined) return uuid?.getString() ?? '';
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A position in `$all`. */
export function allPosition(position: bigint): shared.AllStreamPosition {
  const all = new shared.AllStreamPosition();
  all.setCommitPosition(String(position));
  all.setPreparePosition(String(position));
  return all;
}

/** Events as they have been sent before: reading a log again costs no encoding. */
const encoded = { structured: new WeakMap<LoggedEvent, Buffer>(), text: new WeakMap<LoggedEvent, Buffer>() };

/** The bytes of an event as a read or a subscription sends it; the caller chooses how UUIDs are written. */
export function eventBytes(event: LoggedEvent, structuredIds: boolean): Buffer {
  const known = structuredIds ? encoded.structured : encoded.text;
  const bytes = known.get(event) ?? Buffer.from(eventMessage(event, structuredIds).serializeBinary());
  known.set(event, bytes);
  return bytes;
}

/** What a subscription says first. */
export function confirmationMessage(id: string): streams.ReadResp {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const message = new streams.ReadResp();
  message.setConfirmation(confirmation);
  return message;
}

/** How far a filtered subscription has looked. */
export function checkpointBytes(commit: bigint, prepare: bigint): Buffer {
  const position = new protobuf.BinaryWriter();
  position.writeUint64String(1, String(commit));
  position.writeUint64String(2, String(prepare));
  return answerOf(CHECKPOINT, position.getResultBuffer());
}

/** A subscription has sent everything that was there. */
export function caughtUpBytes(): Buffer {
  return answerOf(CAUGHT_UP, new Uint8Array());
}

/** The stream of a read is not there. */
export function streamNotFoundMessage(name: string): streams.ReadResp {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(streamIdentifier(name));
  const message = new streams.ReadResp();
  message.setStreamNotFound(notFound);
  return message;
}

function uuid(text: string, structured: boolean): shared.UUID {
  const message = new shared.UUID();
  if (!structured) {
    message.setString(text);
    return message;
  }
  const hex = text.replaceAll('-', '');
  const half = (from: number): string => String(BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)));
  const parts = new shared.UUID.Structured();
  parts.setMostSignificantBits(half(0));
  parts.setLeastSignificantBits(half(16));
  message.setStructured(parts);
  return message;
}

function eventMessage(event: LoggedEvent, structuredIds: boolean): streams.ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(event.id, structuredIds));
  recorded.setStreamIdentifier(streamIdentifier(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(String(event.position));
  recorded.setPreparePosition(String(event.position));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const properties = recorded.getMetadataMap();
  properties.set('type', event.type);
  properties.set('content-type', event.contentType);
  properties.set('created', String(event.createdMs * TICKS_PER_MS));
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  const message = new streams.ReadResp();
  message.setEvent(read);
  return message;
}

/**
 * An answer of one field. The generated classes of both client packages share one global namespace, the package loaded
 * last wins, and KurrentDB's asks these messages for fields that EventStoreDB's has not.
 */
function answerOf(field: number, content: Uint8Array): Buffer {
  const writer = new protobuf.BinaryWriter();
  writer.writeBytes(field, content);
  return Buffer.from(writer.getResultBuffer());
}

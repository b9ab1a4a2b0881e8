import { AllStreamPosition, Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { LoggedEvent } from './event-log.js';

const TICKS_PER_MS = 10_000;

/** A stream's name as the protocol carries it. */
export function streamIdentifier(name: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(name));
  return identifier;
}

/** The name in an identifier. */
export function streamName(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

/** The text of a UUID, however it was sent. */
export function uuidText(uuid: UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (structured === undefined) return uuid?.getString() ?? '';
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A position in `$all`. */
export function allPosition(position: bigint): AllStreamPosition {
  const all = new AllStreamPosition();
  all.setCommitPosition(String(position));
  all.setPreparePosition(String(position));
  return all;
}

/** An event as a read or a subscription sends it; the caller chooses how UUIDs are written. */
export function eventMessage(event: LoggedEvent, structuredIds: boolean): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
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
  const read = new ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  const message = new ReadResp();
  message.setEvent(read);
  return message;
}

/** What a subscription says first. */
export function confirmationMessage(id: string): ReadResp {
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const message = new ReadResp();
  message.setConfirmation(confirmation);
  return message;
}

/** How far a filtered subscription has looked. */
export function checkpointMessage(commit: bigint, prepare: bigint): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(commit));
  checkpoint.setPreparePosition(String(prepare));
  const message = new ReadResp();
  message.setCheckpoint(checkpoint);
  return message;
}

/** A subscription has sent everything that was there. */
export function caughtUpMessage(): ReadResp {
  const message = new ReadResp();
  message.setCaughtUp(new ReadResp.CaughtUp());
  return message;
}

/** The stream of a read is not there. */
export function streamNotFoundMessage(name: string): ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(streamIdentifier(name));
  const message = new ReadResp();
  message.setStreamNotFound(notFound);
  return message;
}

/** Nothing, in the protocol's words. */
export function empty(): Empty {
  return new Empty();
}

function uuid(text: string, structured: boolean): UUID {
  const message = new UUID();
  if (!structured) {
    message.setString(text);
    return message;
  }
  const hex = text.replaceAll('-', '');
  const half = (from: number): string => String(BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)));
  const parts = new UUID.Structured();
  parts.setMostSignificantBits(half(0));
  parts.setLeastSignificantBits(half(16));
  message.setStructured(parts);
  return message;
}

import { EventStoreUnavailable, EventUnreadable, MAX_APPEND_BYTES } from '#event-sourcing';
import { EventStoreRefused } from './event-store-refused.js';

/** What the errors of both client packages, and the raw ones below them, can say. */
interface ClientFault {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly maxAppendSize?: unknown;
  readonly actualVersion?: unknown;
  readonly actualState?: unknown;
}

const UNAUTHENTICATED = 16;

/** What kind of error the client gives, `undefined` when it is none of its own. */
export function faultType(error: unknown): string | undefined {
  const { type } = errorFields(error);
  return typeof type === 'string' ? type : undefined;
}

/** The revision that a refused append names; `undefined` when it names none. */
export function actualRevision(error: unknown): bigint | undefined {
  const { actualVersion, actualState } = errorFields(error);
  const actual = actualVersion ?? actualState;
  return typeof actual === 'bigint' ? actual : undefined;
}

/** The most bytes that the server takes, when it found an append too large; `undefined` when that is not the reason. */
export function sizeLimit(error: unknown): number | undefined {
  const { maxAppendSize } = errorFields(error);
  if (faultType(error) === 'maximum-append-size-exceeded') return Number(maxAppendSize);
  // servers after 24.10 also limit the single event, and the clients do not know their words for it
  const isTooLarge =
    faultType(error) === 'append-record-size-exceeded' || /append ?(event|record) ?size/i.test(faultReason(error));
  return isTooLarge ? MAX_APPEND_BYTES : undefined;
}

/** What an error says, in one line. Some of the clients' errors say nothing but their kind. */
export function faultReason(error: unknown): string {
  const { message, type } = errorFields(error);
  const text =
    typeof message === 'string' && message !== '' ? message : typeof type === 'string' ? type : String(error);
  return text.replace(/\s+/g, ' ').trim();
}

/** The error that callers of the port see for a call that failed. */
export function serverFault(error: unknown, hosts: string): Error {
  if (error instanceof EventStoreRefused || error instanceof EventStoreUnavailable) return error;
  if (error instanceof EventUnreadable || error instanceof RangeError) return error;
  return (
    accessFault(error, hosts) ??
    new EventStoreUnavailable(`The event store at ${hosts} did not answer: ${faultReason(error)}`, { cause: error })
  );
}

/** Why the start ends, for what a call says before the server has answered once. */
export function startFault(error: unknown, hosts: string): EventStoreRefused | undefined {
  if (error instanceof EventStoreRefused) return error;
  const reason = faultReason(error);
  if (/wrong version number|packet length too long|EPROTO/i.test(reason))
    return new EventStoreRefused(
      `asks ${hosts} for TLS, but the server speaks none. Add tls=false, or give the server a certificate.`,
      { cause: error },
    );
  if (/certificate|self.signed|unable to verify|altnames/i.test(reason))
    return new EventStoreRefused(
      `leads to ${hosts}, whose certificate is not trusted (${reason}). Name the authority's file in tlsCAFile.`,
      { cause: error },
    );
  return accessFault(error, hosts);
}

function accessFault(error: unknown, hosts: string): EventStoreRefused | undefined {
  if (faultType(error) !== 'access-denied') return undefined;
  const { code } = errorFields(error);
  const reason =
    code === UNAUTHENTICATED
      ? `holds credentials that ${hosts} refuses. Correct user and password.`
      : `holds a user or password that ${hosts} refuses, or a user without the right to read $all. Correct them, or give ` +
        'the user the right.';
  return new EventStoreRefused(reason, { cause: error });
}

function errorFields(error: unknown): ClientFault {
  return typeof error === 'object' && error !== null ? error : {};
}

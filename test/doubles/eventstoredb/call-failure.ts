import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

/** A call fails with a gRPC status; `exception` and `details` are what the server puts into the trailers. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  constructor(
    readonly code: status,
    message: string,
    private readonly trailers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** As the server ends a call. */
  get statusObject(): StatusObject {
    const metadata = new Metadata();
    for (const [key, value] of Object.entries(this.trailers)) metadata.set(key, value);
    return { code: this.code, details: this.message, metadata };
  }
}

/** What a server that has just been started says. */
export function notReady(): CallFailure {
  return new CallFailure(status.UNKNOWN, 'Server Is Not Ready');
}

/** A stream with a tombstone. */
export function streamDeleted(stream: string): CallFailure {
  return new CallFailure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

/** An argument that the server does not take. */
export function badArgument(reason: string): CallFailure {
  return new CallFailure(status.INVALID_ARGUMENT, reason);
}

import { Any } from 'google-protobuf/google/protobuf/any_pb.js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb.js';
import {
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb.js';
import { Status } from '@eventstore/db-client/generated/status_pb.js';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, StreamExpectation } from './event-log.js';
import { allPosition } from './messages.js';

/** What the writer expects, read from a request's options. */
export function expectationOf(options: BatchAppendReq.Options | undefined): StreamExpectation {
  if (options === undefined || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(options.getStreamPosition());
}

/** The answer to one batch. */
export function batchAppendResponse(
  request: BatchAppendReq,
  outcome: AppendOutcome | { readonly kind: 'timeout' },
): BatchAppendResp {
  const response = new BatchAppendResp();
  const options = request.getOptions();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(options?.getStreamIdentifier());
  if (outcome.kind === 'success') {
    const success = new BatchAppendResp.Success();
    success.setCurrentRevision(String(outcome.revision));
    success.setPosition(allPosition(outcome.position));
    response.setSuccess(success);
  } else response.setError(errorOf(outcome, expectationOf(options)));
  return response;
}

type Failure = Exclude<AppendOutcome, { kind: 'success' }> | { readonly kind: 'timeout' };

function errorOf(outcome: Failure, expected: StreamExpectation): Status {
  switch (outcome.kind) {
    case 'wrong-version':
      return failed('WrongExpectedVersion', wrongVersion(outcome.current, expected).serializeBinary());
    case 'too-large': {
      const exceeded = new MaximumAppendSizeExceeded();
      exceeded.setMaxappendsize(outcome.limit);
      return failed('MaximumAppendSizeExceeded', exceeded.serializeBinary());
    }
    case 'deleted':
      return failed('StreamDeleted', new StreamDeleted().serializeBinary());
    case 'timeout':
      return failed('Timeout', new Timeout().serializeBinary());
    case 'bad-request':
      return failed('BadRequest', new BadRequest().serializeBinary());
  }
}

function failed(name: string, details: Uint8Array): Status {
  const any = new Any();
  any.pack(details, `event_store.client.${name}`);
  const status = new Status();
  status.setMessage(name);
  status.setDetails(any);
  return status;
}

function wrongVersion(current: bigint | 'no_stream', expected: StreamExpectation): WrongExpectedVersion {
  const wrong = new WrongExpectedVersion();
  if (current === 'no_stream') wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return wrong;
}

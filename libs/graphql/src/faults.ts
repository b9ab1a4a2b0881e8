import { type GraphQLFormattedError, GraphQLError } from 'graphql';
import { isRetryable } from '#event-sourcing';
import type { KeysUnavailable, Unauthenticated } from '#identity';

/** Where faults are written, with the id that the client is told. */
export type FaultLog = (error: unknown, correlationId: string) => void;

/** What a client is told of an error, given as Apollo does: its JSON form, and the error. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** A request whose token cannot be checked at the moment: 503, told as a fault that passes. */
export function unverifiable(error: KeysUnavailable): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 503 } } });
}

/** A request without a valid token: 401, and why. */
export function unauthenticated(error: Unauthenticated): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

const TOLD = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'QUERY_TOO_LARGE',
  'READ_MODEL_BEHIND',
  'NOTHING_REHEARSED',
]);

/**
 * What the client is told of an error: expected ones as they are; a fault only as `INTERNAL_SERVER_ERROR` (or
 * `UNAVAILABLE`, retryable) with the request's correlation id, under which the log has the rest. Never a stack.
 */
export function formatFault(log: FaultLog, newId: () => string): FormatError {
  return (formatted, error) => {
    const { stacktrace: _stack, ...extensions } = formatted.extensions ?? {};
    if (TOLD.has(String(extensions['code']))) return { ...formatted, extensions };
    const { correlationId: given } = extensions;
    const correlationId = typeof given === 'string' ? given : newId();
    const cause = causeOf(error);
    log(cause, correlationId);
    const where = formatted.path === undefined ? {} : { path: formatted.path };
    if (isRetryable(cause))
      return {
        ...where,
        message: 'Something that this needs cannot be used at the moment. Send the same request again.',
        extensions: { code: 'UNAVAILABLE', retryable: true, correlationId },
      };
    return {
      ...where,
      message: `Something went wrong on our side. Ask for ${correlationId} in the log.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
    };
  };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}

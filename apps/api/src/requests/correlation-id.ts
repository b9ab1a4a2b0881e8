const CORRELATION_ID = /^[0-9A-Za-z_.:-]{8,64}$/;
/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const NO_TRACE = /^0+$/;

/**
 * The id that ties a request to what others do for it: the header `x-correlation-id`, or else the trace id of
 * `traceparent`. Undefined when neither is well formed: what is written into events and logs is never just anything.
 */
export function correlationIdFrom(header: (name: string) => string): string | undefined {
  const given = header('x-correlation-id');
  if (CORRELATION_ID.test(given)) return given;
  const traceId = TRACEPARENT.exec(header('traceparent'))?.[1];
  return traceId === undefined || NO_TRACE.test(traceId) ? undefined : traceId;
}

/** The answer to a request that is refused before GraphQL sees it, in GraphQL's form: the rule and the way out. */
export interface RefusedRequest {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const WAY_OUT = 'GraphQL is at POST /graphql, the explorer at /explorer.';

/** An address that is no address: it is not repeated, since it may hold what is nobody's business. */
export const unreadableAddress: RefusedRequest = refused('BAD_REQUEST', `The address cannot be read. ${WAY_OUT}`);

/** How a request with an HTTP status is refused, for a reason in the server's words; `undefined` for a status that is no refusal. */
export function refusedRequest(status: number, reason: string, maxBodyBytes: number): RefusedRequest | undefined {
  switch (status) {
    case 400:
      return refused('BAD_REQUEST', `The body cannot be read: ${reason}. Send {"query": "…", "variables": {…}}.`);
    case 404:
      return refused('NOT_FOUND', `There is nothing at this address. ${WAY_OUT}`);
    case 413:
      return refused(
        'BODY_TOO_LARGE',
        `The body is larger than ${String(maxBodyBytes)} bytes. Send less at a time, or have ACCORD_MAX_BODY_BYTES raised.`,
      );
    case 415:
      return refused(
        'BAD_REQUEST',
        'The body has another media type than JSON. Send the header "Content-Type: application/json".',
      );
    default:
      return undefined;
  }
}

function refused(code: string, message: string): RefusedRequest {
  return { errors: [{ message, extensions: { code } }] };
}

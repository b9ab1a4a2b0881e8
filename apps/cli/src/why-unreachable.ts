/** What the codes mean with which Node gives up on a request. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ENOTFOUND: 'no host has that name',
  EAI_AGAIN: 'no host has that name, or names cannot be looked up',
  EHOSTUNREACH: 'no network leads there',
  ENETUNREACH: 'no network leads there',
  ETIMEDOUT: 'no answer came in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer came in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'no answer came in time',
};

/** Why a server did not answer, in plain words; what has no words yet, such as a refused certificate, in those of the system. */
export function whyUnreachable(error: Error): string {
  const { code, message } = (error.cause ?? error) as { readonly code?: string; readonly message: string };
  return REASONS[code ?? ''] ?? message;
}

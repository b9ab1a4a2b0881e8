import { MongoCompatibilityError, MongoError, MongoServerSelectionError } from 'mongodb';
import { DocumentStoreUnavailable } from '../document-store.js';
import { DocumentStoreRefused } from './document-store-refused.js';

const AUTHENTICATION_FAILED = 18;
/** How a hosted MongoDB (Atlas) says that it refuses credentials. */
const ATLAS_AUTHENTICATION_FAILED = 8_000;

const CERTIFICATE_FAULT = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT|ERR_SSL|HOSTNAME_MISMATCH)/;

/**
 * Why a connection could not be made, as far as waiting does not help; otherwise that no server answers, with the
 * address. `undefined` for any other fault.
 */
export function refusalOf(error: unknown, address: string): Error | undefined {
  const causes = causesOf(error);
  const refused = (reason: string): DocumentStoreRefused => new DocumentStoreRefused(address, reason, { cause: error });
  const certificate = causes.find((cause) => CERTIFICATE_FAULT.test(String(codeOf(cause))));
  if (certificate !== undefined)
    return refused(
      `the server's certificate is not trusted (${messageOf(certificate)}). ` +
        'Name its authority with tlsCAFile=/path/ca.pem in the connection string.',
    );
  if (causes.some((cause) => cause instanceof MongoCompatibilityError))
    return refused('the server is too old or too new for the driver. Accord supports MongoDB 4.4 to 9.0.');
  if (causes.some((cause) => [AUTHENTICATION_FAILED, ATLAS_AUTHENTICATION_FAILED].includes(Number(codeOf(cause)))))
    return refused('user or password are refused. Correct them, or authSource= (the database that knows the user).');
  const file = causes.find((cause) => codeOf(cause) === 'ENOENT');
  if (file !== undefined) return refused(`${messageOf(file)}. Correct the file named in the connection string.`);
  if (!(error instanceof MongoServerSelectionError)) return undefined;
  return new DocumentStoreUnavailable(
    `ACCORD_DOCUMENT_STORE is "${address}", where no MongoDB takes writes (${error.message}). ` +
      'Start it, or correct host and port.',
    { cause: error },
  );
}

/** The error with everything it names as its cause, down to what each server's monitor met. */
function causesOf(error: unknown): readonly unknown[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause } = error as { readonly cause?: unknown };
  const servers = error instanceof MongoServerSelectionError ? [...(error.reason?.servers.values() ?? [])] : [];
  return [error, ...causesOf(cause), ...servers.flatMap((server) => causesOf(server.error))];
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code;
}

function messageOf(error: unknown): string {
  return error instanceof MongoError ? error.message : String((error as { readonly message?: unknown }).message);
}

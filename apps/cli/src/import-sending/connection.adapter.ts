import { join } from 'node:path';
import { issueToken, loadOrCreateKey } from '#identity';
import { ApiNotStarted, startApi } from '../api-process.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { GraphqlClient, type GraphqlFailed } from '../graphql-client.adapter.js';

/** How a command reaches the API. */
export interface ConnectionOptions {
  readonly url?: string;
  readonly token?: string;
  readonly dataDir: string;
}

/** A reachable API, and how to let go of it. */
export interface Connection {
  readonly client: GraphqlClient;
  /** Why a request failed, for whoever gave the command. */
  readonly reasonOf: (failure: GraphqlFailed) => string;
  close(): Promise<void>;
}

const PRINT_ONE = 'print one with "accord token --role SYSTEM --subject import" where the server keeps its data';
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Connects to a running server, or starts one on the data directory for as long as the command takes. */
export async function connect({ url, token, dataDir }: ConnectionOptions): Promise<Connection> {
  return url === undefined ? ownServer(dataDir) : runningServer(url, token);
}

function runningServer(url: string, token = ''): Connection {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CommandFailed(
      `--url is "${url}"; give the address of a server, such as http://localhost:4000.`,
      ExitCode.usage,
    );
  if (token === '') throw new CommandFailed(`--url needs --token: ${PRINT_ONE}.`, ExitCode.usage);
  if (!JWT.test(token))
    throw new CommandFailed(`--token is none: a token is three parts with dots between; ${PRINT_ONE}.`, ExitCode.usage);
  return {
    client: new GraphqlClient(url, token),
    reasonOf: ({ code, message }) =>
      code === 'UNAUTHENTICATED' ? `The server does not take --token: ${message} To go on, ${PRINT_ONE}.` : message,
    close: () => Promise.resolve(),
  };
}

/** The server ends with the command, also when that is interrupted: then requests fail and the command says how far it is. */
async function ownServer(dataDir: string): Promise<Connection> {
  const api = await startApi({ dataDirectory: dataDir, port: 0 }).catch((error: unknown) => {
    if (error instanceof ApiNotStarted && error.message.includes('is in use by process'))
      throw new CommandFailed(`${error.message} To import into the server that runs on it, give --url and --token.`);
    throw error;
  });
  const { signing } = await loadOrCreateKey(join(dataDir, 'signing-key.json'));
  const token = await issueToken(signing, { subject: 'accord-import', roles: ['SYSTEM'] }, '12h');
  return {
    client: new GraphqlClient(api.url, token),
    reasonOf: ({ message }) => (api.interrupted() ? 'Interrupted.' : message),
    close: () => api.stop(),
  };
}

import { join } from 'node:path';
import { issueToken, loadOrCreateKey, type Role } from '#identity';
import { ApiNotStarted, startApi } from './api-process.adapter.js';
import { CommandFailed, ExitCode } from './exit-code.js';
import { GraphqlClient, type GraphqlFailed } from './graphql-client.adapter.js';

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

/** As whom a command speaks to the API. */
export interface Speaker {
  readonly role: Role;
  readonly subject: string;
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Connects to a running server, or starts one on the data directory for as long as the command takes. */
export async function connect({ url, token, dataDir }: ConnectionOptions, speaker: Speaker): Promise<Connection> {
  return url === undefined ? ownServer(dataDir, speaker) : runningServer(url, token, speaker);
}

/** True for what can be the address of a server. */
export function isServerAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Connects to a running server. Throws {@link CommandFailed} for an address or a token that cannot be one. */
export function runningServer(url: string, token = '', { role, subject }: Speaker): Connection {
  const printOne = `print one with "accord token --role ${role} --subject ${subject}" where the server keeps its data`;
  if (!isServerAddress(url))
    throw new CommandFailed(
      `--url is "${url}"; give the address of a server, such as http://localhost:4000.`,
      ExitCode.usage,
    );
  if (token === '') throw new CommandFailed(`--url needs --token: ${printOne}.`, ExitCode.usage);
  if (!JWT.test(token))
    throw new CommandFailed(`--token is none: a token is three parts with dots between; ${printOne}.`, ExitCode.usage);
  return {
    client: new GraphqlClient(url, token),
    reasonOf: ({ code, message }) =>
      code === 'UNAUTHENTICATED' ? `The server does not take --token: ${message} To go on, ${printOne}.` : message,
    close: () => Promise.resolve(),
  };
}

/** The server ends with the command, also when that is interrupted: then requests fail and the command says how far it is. */
async function ownServer(dataDir: string, { role, subject }: Speaker): Promise<Connection> {
  const api = await startApi({ dataDirectory: dataDir, port: 0 }).catch((error: unknown) => {
    if (error instanceof ApiNotStarted && error.message.includes('is in use by process'))
      throw new CommandFailed(`${error.message} To use the server that runs on it, give --url and --token.`);
    throw error;
  });
  return {
    client: new GraphqlClient(api.url, await ownToken(dataDir, { role, subject })),
    reasonOf: ({ message }) => (api.interrupted() ? 'Interrupted.' : message),
    close: () => api.stop(),
  };
}

/** A token signed with the key of a data directory, as the embedded server takes it. */
export async function ownToken(dataDir: string, { role, subject }: Speaker): Promise<string> {
  const { signing } = await loadOrCreateKey(join(dataDir, 'signing-key.json'));
  return issueToken(signing, { subject, roles: [role] }, '12h');
}

import { join } from 'node:path';
import { issueToken, loadOrCreateKey } from '#identity';
import { startApi } from '../api-process.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { GraphqlClient } from '../graphql-client.adapter.js';

/** How a command reaches the API. */
export interface ConnectionOptions {
  readonly url?: string;
  readonly token?: string;
  readonly dataDir: string;
}

/** A reachable API, and how to let go of it. */
export interface Connection {
  readonly client: GraphqlClient;
  close(): Promise<void>;
}

/** Connects to a running server, or starts one on the data directory for as long as the command takes. */
export async function connect({ url, token, dataDir }: ConnectionOptions): Promise<Connection> {
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new CommandFailed(
        `--url is "${url}"; give the address of a server, such as http://localhost:4000.`,
        ExitCode.usage,
      );
    if (token === undefined)
      throw new CommandFailed(
        '--url needs --token: print one with "accord token --role SYSTEM --subject import".',
        ExitCode.usage,
      );
    return { client: new GraphqlClient(url, token), close: () => Promise.resolve() };
  }
  return ownServer(dataDir);
}

/** The server ends with the command, also when that is interrupted: then requests fail and the command says how far it is. */
async function ownServer(dataDir: string): Promise<Connection> {
  const starting = startApi({ dataDirectory: dataDir, port: 0 });
  const interrupt = (): void => void starting.then((api) => api.stop()).catch(() => undefined);
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const api = await starting;
  const { signing } = await loadOrCreateKey(join(dataDir, 'signing-key.json'));
  const token = await issueToken(signing, { subject: 'accord-import', roles: ['SYSTEM'] }, '12h');
  return {
    client: new GraphqlClient(api.url, token),
    close: async () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      await api.stop();
    },
  };
}

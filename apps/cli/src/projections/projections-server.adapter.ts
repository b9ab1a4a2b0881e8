import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { type CommandAnswer, type GraphqlClient, GraphqlFailed, isRefusal } from '../graphql-client.adapter.js';
import { ownToken, runningServer } from '../connection.adapter.js';
import { dataDirOption, jsonOption } from '../options.js';

/** How a command about projections reaches the server that runs them. */
export interface ServerOptions {
  readonly url: string;
  readonly token?: string;
  readonly dataDir: string;
  readonly json: boolean;
}

const speaker = { role: 'HEAD_OF_PARTNERING', subject: 'accord-projections' } as const;

/** Adds the options of {@link ServerOptions} to a command. */
export function serverOptions(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'the running server').env('ACCORD_URL').default('http://localhost:4000'))
    .addOption(
      new Option(
        '--token <token>',
        'a token with role ANALYST or HEAD_OF_PARTNERING; without it one is signed with the key in the data folder',
      ).env('ACCORD_TOKEN'),
    )
    .addOption(dataDirOption())
    .addOption(jsonOption());
}

/** Does something with a running server; what it refuses or cannot do ends the command with one line. */
export async function withServer(
  options: ServerOptions,
  work: (client: GraphqlClient) => Promise<void>,
): Promise<void> {
  const token = options.token ?? (await tokenOfDataFolder(options.dataDir));
  const { client, reasonOf } = runningServer(options.url, token, speaker);
  try {
    await work(client);
  } catch (error) {
    throw error instanceof GraphqlFailed ? new CommandFailed(reasonOf(error)) : error;
  }
}

/** Throws {@link CommandFailed} when a command was refused. */
export function requireAccepted<Accepted extends object>(
  answer: CommandAnswer<Accepted>,
): Exclude<CommandAnswer<Accepted>, { readonly __typename: 'CommandRejected' }> {
  if (isRefusal(answer)) throw new CommandFailed(`${answer.code}: ${answer.message}`);
  return answer as Exclude<CommandAnswer<Accepted>, { readonly __typename: 'CommandRejected' }>;
}

async function tokenOfDataFolder(dataDir: string): Promise<string> {
  if (existsSync(join(dataDir, 'signing-key.json'))) return ownToken(dataDir, speaker);
  throw new CommandFailed(
    `There is no key of a server in ${dataDir}. Give --token, or --data-dir with the folder of the server's stores.`,
    ExitCode.usage,
  );
}

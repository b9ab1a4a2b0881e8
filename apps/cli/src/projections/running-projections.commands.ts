import { Command } from 'commander';
import { CommandFailed } from '../exit-code.js';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import { parkedText, projectionsTable, rehearsalText } from './projection-lines.js';
import {
  decide,
  type ParkedInfo,
  parkedDocumentsOf,
  type ProjectionInfo,
  projectionsOf,
  rehearsalOf,
} from './projections-api.js';
import { requireAccepted, type ServerOptions, serverOptions, withServer } from './projections-server.adapter.js';
import { watchStatus } from './watch-status.adapter.js';

const NAME = ['<name>', 'the projection, as "accord projections list" shows it'] as const;
const KEY = ['<document>', 'the id of the document, as "accord projections parked" shows it'] as const;

/** Looking at the projections of a running server and deciding about them: one command for each thing that can be done. */
export const runningProjectionsCommands: readonly (() => Command)[] = [
  () => listCommand(),
  () => statusCommand(),
  () =>
    decision('pause', 'Lets a projection take no events until it is resumed.', 'pauseProjection').option(
      '--reason <text>',
      'why',
    ),
  () => decision('resume', 'Lets a paused projection take events again, from where it stood.', 'resumeProjection'),
  () =>
    decision(
      'rebuild',
      'Builds a projection again beside the one that is read; it takes over when it has caught up.',
      'rebuildProjection',
    ).option('--rehearse', 'wait for "promote" instead, and let "rehearsal" show what would change'),
  () => rehearsalCommand(),
  () => decision('promote', 'Lets a rehearsed build be the one that is read.', 'promoteBuild'),
  () => decision('back', 'Lets the build before the last switch be read again.', 'takeProjectionBack'),
  () =>
    decision('drop', 'Gives up a build that is not read.', 'dropBuild').option(
      '--build <name>',
      'which one; otherwise the one under way, else the replaced one',
    ),
  () => parkedCommand(),
  () => decision('retry', 'Folds a parked document again.', 'retryParkedDocument', KEY),
  () =>
    decision(
      'skip',
      'Passes over the event at which a document is parked, now and in every rebuild.',
      'skipParkedEvent',
      KEY,
    ).requiredOption('--reason <text>', 'why the document may be without this event; auditors read it'),
];

function listCommand(): Command {
  return serverOptions(
    new Command('list').description(
      'Lists the projections: version, state, lag, parked documents, builds beside them.',
    ),
  ).action((options: ServerOptions) =>
    withServer(options, async (client) => {
      print(options, await projectionsOf(client), projectionsTable);
    }),
  );
}

function statusCommand(): Command {
  return serverOptions(
    new Command('status')
      .description('Shows how the projections are doing.')
      .argument('[name]', 'only this one')
      .option('--watch', 'again every second, until it is interrupted', false),
  ).action((name: string | undefined, options: ServerOptions & { readonly watch: boolean }) =>
    withServer(options, async (client) => {
      const look = (): Promise<readonly ProjectionInfo[]> => named(client, name);
      if (options.watch) await watchStatus(look, (found) => text(options, found, projectionsTable));
      else print(options, await look(), projectionsTable);
    }),
  );
}

function parkedCommand(): Command {
  return serverOptions(
    new Command('parked').description('Lists the documents that wait because an event failed.').argument(...NAME),
  ).action((name: string, options: ServerOptions) =>
    withServer(options, async (client) => {
      const entries: ParkedInfo[] = [];
      for await (const entry of parkedDocumentsOf(client, name)) entries.push(entry);
      print(options, entries, parkedText);
    }),
  );
}

function rehearsalCommand(): Command {
  return serverOptions(
    new Command('rehearsal')
      .description('Shows what a rehearsed build would change: documents added, gone, changed, by field, with causes.')
      .argument(...NAME),
  ).action((name: string, options: ServerOptions) =>
    withServer(options, async (client) => {
      print(options, await rehearsalOf(client, name), rehearsalText);
    }),
  );
}

/** A command that records a decision about a projection, or about one of its documents. */
function decision(verb: string, description: string, mutation: string, key?: readonly [string, string]): Command {
  const command = new Command(verb).description(description).argument(...NAME);
  if (key !== undefined) command.argument(...key);
  return serverOptions(command).action(async () => {
    const [projection, document] = command.args;
    const { reason, rehearse, build, ...options } = command.opts<
      ServerOptions & { readonly reason?: string; readonly rehearse?: boolean; readonly build?: string }
    >();
    const input = { projection, key: document, reason, rehearse, build };
    await withServer(options, async (client) => {
      const answer = requireAccepted(await decide(client, mutation, input));
      print(options, [answer.projection], projectionsTable);
    });
  });
}

async function named(client: GraphqlClient, name: string | undefined): Promise<readonly ProjectionInfo[]> {
  const found = await projectionsOf(client, name);
  if (name === undefined || found.length > 0) return found;
  throw new CommandFailed(`There is no projection "${name}". See "accord projections list".`);
}

function print<Answer>(options: ServerOptions, answer: Answer, asText: (answer: Answer) => string): void {
  process.stdout.write(`${text(options, answer, asText)}\n`);
}

function text<Answer>({ json }: ServerOptions, answer: Answer, asText: (answer: Answer) => string): string {
  return json ? JSON.stringify(answer) : asText(answer);
}

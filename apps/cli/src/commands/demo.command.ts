import { Command, InvalidArgumentError, Option } from 'commander';
import { calendarDateIn } from '#calendar';
import type { Role } from '#identity';
import { type ApiProcess, startApi } from '../api-process.adapter.js';
import { Actors } from '../demo/actors.adapter.js';
import { earlierDemo, noteDemo } from '../demo/demo-folder.adapter.js';
import { queriesToTry } from '../demo/queries.js';
import { type Told, tellStory } from '../demo/tell-story.adapter.js';
import { CommandFailed } from '../exit-code.js';
import { GraphqlClient } from '../graphql-client.adapter.js';
import { dataDirOption, jsonOption } from '../options.js';

interface DemoOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly json: boolean;
  readonly exit: boolean;
}

/** What somebody needs to try the demo. */
interface Invitation {
  readonly url: string;
  /** The explorer with a token in it, ready to ask. */
  readonly explorer: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly queries: readonly string[];
}

/** Whose token the link to the explorer carries: may do the most. */
const EXPLORING: Role = 'HEAD_OF_PARTNERING';
/** The partnership whose representative gets a token: a proposal of the own side waits for an answer there. */
const REPRESENTED = 'Container Solutions';
/** The partnership that was ended by mutual agreement. */
const ENDED = 'Jetstack';

/** `accord demo`: a filled system to look at (issue 3, item 9). */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Fills an empty data folder with a story of real and invented companies, all through the API, and serves it.',
    )
    .addOption(dataDirOption())
    .addOption(
      new Option('--port <port>', 'where the server listens; 0 takes a free port')
        .env('PORT')
        .argParser(portNumber)
        .default(4000),
    )
    .option('--exit', 'end when the story is told, instead of serving', false)
    .addOption(jsonOption())
    .action(runDemo);
}

async function runDemo({ dataDir, port, json, exit }: DemoOptions): Promise<void> {
  const earlier = await earlierDemo(dataDir);
  const api = await startApi({ dataDirectory: dataDir, port });
  try {
    const actors = await Actors.of(dataDir, (token) => new GraphqlClient(api.url, token));
    const told = earlier ?? (await firstTime(dataDir, actors));
    const invitation = await invite(api.url, told, actors);
    process.stdout.write(json ? `${JSON.stringify(invitation)}\n` : textOf(invitation, told));
    if (!exit) await served(api);
  } catch (error) {
    if (!api.interrupted()) throw error;
  } finally {
    await api.stop();
  }
}

async function firstTime(dataDir: string, actors: Actors): Promise<readonly Told[]> {
  await noteDemo(dataDir);
  const today = calendarDateIn(new Date().toISOString());
  const told = await tellStory(actors, today, (line) => process.stderr.write(`demo: ${line}\n`));
  await noteDemo(dataDir, told);
  return told;
}

/** Until somebody asks the command to end. */
async function served({ ended, interrupted }: ApiProcess): Promise<void> {
  const code = await ended;
  if (!interrupted()) throw new CommandFailed(`The server ended by itself with code ${String(code)}.`);
}

async function invite(url: string, told: readonly Told[], actors: Actors): Promise<Invitation> {
  const id = (company: string): string => told.find((one) => one.company === company)?.partnershipId ?? '';
  const tokens = await actors.tokens(id(REPRESENTED));
  return { url, explorer: `${url}/explorer#token=${tokens[EXPLORING]}`, tokens, queries: queriesToTry(id(ENDED)) };
}

function textOf({ url, explorer, tokens, queries }: Invitation, told: readonly Told[]): string {
  const partnerships = told.map(({ company, partnershipId }) => `  ${company.padEnd(26)} ${partnershipId}`);
  const lines = [
    `Accord is ready at ${url}: open it in a browser. GraphQL is at ${url}/graphql.`,
    '',
    `The explorer, as ${EXPLORING}:`,
    explorer,
    '',
    'Partnerships with a story:',
    ...partnerships,
    '',
    `A token per role, for the header "Authorization: Bearer …", valid for 12 hours (PARTNER_REP represents ${REPRESENTED}):`,
    ...Object.entries(tokens).map(([role, token]) => `\n${role}\n${token}`),
    '',
    'Three queries to try:',
    ...queries.map((query) => `\n${query}`),
  ];
  return `${lines.join('\n')}\n`;
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return Number(text);
}

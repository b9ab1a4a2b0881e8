import { mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openEventStoreDb } from '#event-store';
import { type BenchRun, runBench } from './bench-process.js';
import { businessResult } from './business-result.js';
import { type Measure, progress, quantile, spreadOf } from './measure.js';
import { encodedMix } from './seeded-log.js';
import { ask, headersFor, type Server, settingsIn, startApp } from './server.js';
import { startDocumentServer, startLogServer } from './store-servers.js';

/** Long enough that whatever looks at shorter and shorter intervals while somebody waits is at rest again. */
const IDLE_MS = 60;
const PARTNERSHIP = '{ partnerships(first: 1, filter: { states: [ACTIVE] }) { edges { node { id } } } }';
const COMMAND = `mutation Command($input: RecordBusinessResultInput!) {
  recordBusinessResult(input: $input) { ... on PartnershipAccepted { position } ... on CommandRejected { code message } }
}`;
const QUERY = 'query Partnership($id: ID!) { partnership(id: $id) { id } }';

/** Milliseconds that the query took which waited for a command, and the same query just after, which waits for nothing. */
interface Taken {
  readonly waiting: number;
  readonly plain: number;
}

/** Who keeps the read models: the API itself, or a projector of its own while the API only watches it. */
type Projector = 'embedded' | 'external';

/**
 * From the answer to a command to the answer to a query that names the command's position, so that its read models show
 * it; one at a time, with nothing else to do. Both run over HTTP, as a frontend sees it.
 */
async function visibility(run: BenchRun): Promise<readonly Measure[]> {
  const log = await startLogServer();
  try {
    progress(`visibility: writing the log into ${log.name}`);
    await writeMix(log.url, run.quick ? 1_000 : 5_000);
    const measures: Measure[] = [];
    for (const projector of ['embedded', 'external'] as const)
      measures.push(...(await overBothServers(run, log.url, projector)));
    return measures;
  } finally {
    await log.release();
  }
}

async function writeMix(connectionString: string, events: number): Promise<void> {
  const store = await openEventStoreDb({ connectionString });
  for (const { stream, expected, events: batch } of encodedMix({ events })) await store.append(stream, expected, batch);
  await store.close();
}

async function overBothServers(run: BenchRun, eventStore: string, projector: Projector): Promise<readonly Measure[]> {
  const documents = await startDocumentServer();
  const folder = `${run.folder}/${projector}`;
  mkdirSync(folder);
  const headers = await headersFor(folder);
  const env = {
    ...(await settingsIn(folder)),
    ACCORD_EVENT_STORE: eventStore,
    ACCORD_DOCUMENT_STORE: documents.url,
    ACCORD_PROJECTOR: projector,
  };
  const servers: Server[] = [];
  try {
    if (projector === 'external') servers.push(await startApp('projector', env));
    const api = await startApp('api', env);
    servers.push(api);
    return await latencies(run, api, headers, projector);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await documents.release();
  }
}

async function latencies(
  run: BenchRun,
  { url }: Server,
  headers: Readonly<Record<string, string>>,
  projector: Projector,
): Promise<readonly Measure[]> {
  const { partnerships } = await ask<{
    readonly partnerships: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }>(url, headers, PARTNERSHIP);
  const id = partnerships.edges[0]?.node.id;
  if (id === undefined) throw new Error('There is no active partnership: the read models are empty.');
  const commands = run.quick ? 30 : 200;
  const rounds = Math.min(run.rounds, 5);
  await waits(url, headers, id, 20);
  const taken: (readonly Taken[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    taken.push(await waits(url, headers, id, commands));
    progress(`visibility: ${projector} projector, round ${String(round + 1)} of ${String(rounds)}`);
  }
  const spread = (share: number, pick: (one: Taken) => number) =>
    spreadOf(taken.map((round) => quantile(round.map(pick), share)));
  return [0.5, 0.99].map((share) => ({
    bench: 'visibility',
    what: `${projector} projector, p${String(share * 100)}`,
    unit: 'ms',
    value: spread(share, ({ waiting }) => waiting),
    baseline: { what: 'the same query when it waits for nothing', value: spread(share, ({ plain }) => plain) },
    rounds,
  }));
}

/** Sends commands one at a time, each followed by the query that has to show it. */
async function waits(
  url: string,
  headers: Readonly<Record<string, string>>,
  partnershipId: string,
  commands: number,
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  const query = async (extra: Readonly<Record<string, string>>): Promise<number> => {
    const begin = performance.now();
    await ask(url, { ...headers, ...extra }, QUERY, { id: partnershipId });
    return performance.now() - begin;
  };
  for (let count = 0; count < commands; count += 1) {
    await setTimeout(IDLE_MS);
    const { recordBusinessResult } = await ask<{ readonly recordBusinessResult: { readonly position?: string } }>(
      url,
      headers,
      COMMAND,
      { input: businessResult(partnershipId) },
    );
    const { position } = recordBusinessResult;
    if (position === undefined) throw new Error(`The command was refused: ${JSON.stringify(recordBusinessResult)}`);
    taken.push({ waiting: await query({ 'accord-position': position }), plain: await query({}) });
  }
  return taken;
}

await runBench(visibility);

import { mkdirSync } from 'node:fs';
import { startBareServers } from './bare-servers.js';
import { type BenchRun, runBench } from './bench-process.js';
import { businessResult } from './business-result.js';
import { compare, type Measure, progress } from './measure.js';
import { requestsPerSecond } from './put-load.js';
import { writeLog } from './seeded-log.js';
import { ask, headersFor, startAccord } from './server.js';

const CLIENTS = 32;
const PARTNERSHIPS = `query Active($after: String) { partnerships(first: 100, after: $after, filter: { states: [ACTIVE] }) {
  edges { node { id contactOwn { personId } contactPartner { personId } } } pageInfo { hasNextPage endCursor }
} }`;
const ACCEPTED = '... on PartnershipAccepted { position revision } ... on CommandRejected { code message }';
const NOTHING = 'position revision';

/** A command that only writes its event, and one whose text is sealed first under a key of its own, durable as well. */
const mutations = {
  recordBusinessResult: ({ id }: Active): object => businessResult(id),
  logCommunication: ({ id, contactOwn, contactPartner }: Active): object => ({
    partnershipId: id,
    channel: 'CALL',
    direction: 'TWO_WAY',
    scope: 'BETWEEN_PARTNERS',
    substantive: true,
    topic: 'Pipeline for the next quarter',
    participants: [contactOwn.personId, contactPartner.personId],
    summary: 'Two deals are about to close; the training is booked. The price list follows next week.',
  }),
};

interface Contact {
  readonly personId: string;
}

interface Active {
  readonly id: string;
  readonly contactOwn: Contact;
  readonly contactPartner: Contact;
}

interface ActivePage {
  readonly partnerships: {
    readonly edges: readonly { readonly node: Active }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/**
 * Commands over HTTP keep-alive, from token to durable event and answer, against a bare Nest + Apollo mutation with the
 * same input that does nothing. Both servers on the first core, the clients on the second.
 */
async function commands(run: BenchRun): Promise<readonly Measure[]> {
  const folder = `${run.folder}/accord`;
  mkdirSync(folder);
  progress('commands: writing the log');
  await writeLog(`${folder}/accord.db`, { events: run.quick ? 20_000 : 100_000 });
  const accord = await startAccord(folder, 0);
  const bareServers = await startBareServers();
  try {
    const headers = await headersFor(folder);
    const partnerships = await activePartnerships(accord.url, headers);
    const measures: Measure[] = [];
    for (const [name, inputFor] of Object.entries(mutations)) {
      const load = (url: string, selection: string) => {
        const query = `mutation Command($input: ${inputTypeOf(name)}!) { ${name}(input: $input) { ${selection} } }`;
        const bodies = partnerships.map((each) => JSON.stringify({ query, variables: { input: inputFor(each) } }));
        const seconds = run.quick ? 2 : 4;
        return () =>
          requestsPerSecond({ url, headers, clients: CLIENTS, seconds, bodies, expected: '"position"' }, run.folder);
      };
      for (const bare of bareServers)
        measures.push(
          await compare(
            {
              bench: 'commands',
              what: `${name}, ${CLIENTS} clients, against ${bare.platform}`,
              unit: 'commands/s',
              subject: load(accord.url, ACCEPTED),
              baseline: {
                what: `a bare Nest + Apollo mutation (${bare.platform}, default settings) that does nothing`,
                run: load(bare.url, NOTHING),
              },
              ...(bare.isDefault && { target: { atLeast: 0.5 } }),
            },
            run,
          ),
        );
    }
    return measures;
  } finally {
    await Promise.all([accord, ...bareServers].map((server) => server.stop()));
  }
}

function inputTypeOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}

async function activePartnerships(url: string, headers: Readonly<Record<string, string>>): Promise<readonly Active[]> {
  const found: Active[] = [];
  let after: string | null = null;
  for (;;) {
    const { partnerships }: ActivePage = await ask<ActivePage>(url, headers, PARTNERSHIPS, { after });
    found.push(...partnerships.edges.map(({ node }) => node));
    if (!partnerships.pageInfo.hasNextPage) return found;
    after = partnerships.pageInfo.endCursor;
  }
}

await runBench(commands);

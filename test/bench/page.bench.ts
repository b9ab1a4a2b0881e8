import { mkdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { startBareServers } from './bare-servers.js';
import { type BenchRun, runBench } from './bench-process.js';
import { compare, type Measure, progress } from './measure.js';
import { requestsPerSecond } from './put-load.js';
import { writeLog } from './seeded-log.js';
import { ask, headersFor, startAccord } from './server.js';

const CLIENTS = 16;
const QUERY = `query Page { partnerships(first: 50) { edges { node {
  id companyId companyName category state tier managerId openedOn activatedOn lastContactOn nextReviewOn openActions revision
} } } }`;

/**
 * A page of 50 partnerships with 13 values each, from the read model of a log, against a bare Nest + Apollo server in its
 * default settings that holds the very same rows in memory. All on the first core, the clients on the second.
 */
async function page(run: BenchRun): Promise<readonly Measure[]> {
  const folder = `${run.folder}/accord`;
  mkdirSync(folder);
  progress('page: writing the log');
  await writeLog(`${folder}/accord.db`, { events: run.quick ? 10_000 : 50_000 });
  const accord = await startAccord(folder, 0);
  const headers = await headersFor(folder);
  const answer = await ask<{ readonly partnerships: object }>(accord.url, headers, QUERY);
  const rows = `${run.folder}/rows.json`;
  writeFileSync(rows, JSON.stringify(answer.partnerships));
  const bareServers = await startBareServers(rows);
  try {
    const load = (url: string) => () =>
      requestsPerSecond(
        {
          url,
          headers,
          clients: CLIENTS,
          seconds: run.quick ? 2 : 5,
          bodies: [JSON.stringify({ query: QUERY })],
          expected: '"edges"',
        },
        run.folder,
      );
    const measures: Measure[] = [];
    for (const bare of bareServers) {
      if (!isDeepStrictEqual(await ask(bare.url, headers, QUERY), answer))
        throw new Error('The bare server answers with something else than Accord: they cannot be compared.');
      measures.push(
        await compare(
          {
            bench: 'page',
            what: `50 partnerships, ${String(CLIENTS)} clients, against ${bare.platform}`,
            unit: 'requests/s',
            subject: load(accord.url),
            baseline: {
              what: `a bare Nest + Apollo server (${bare.platform}, default settings), same rows from memory`,
              run: load(bare.url),
            },
            ...(bare.isDefault && { target: { atLeast: 1.5 } }),
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

await runBench(page);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchMessage } from './bench-process.js';
import { answerOf } from './child.js';
import { isMet, type Measure, progress } from './measure.js';
import { tableOf } from './report.js';

const benches = {
  append: 'durable appends against bare SQLite transactions',
  rebuild: 'rebuild of read models against a bare reading of the log, and its memory',
  project: 'accord project and rebuilds over a million events against a bare reading of them, and memory',
  growth: 'what an event costs in a long log against one of a tenth the length',
  rebuilding: 'queries at a steady pace while a projection is rebuilt, against the same queries while it is not',
  commands: 'commands through GraphQL against a bare Nest + Apollo mutation that does nothing',
  page: 'a page of 50 partnerships against a bare Nest + Apollo server with the same rows in memory',
  startup: 'start-up time and memory with a short and a long log',
  eventstoredb: 'the adapter for EventStoreDB against its bare client (only with EVENTSTORE_URL)',
  mongodb:
    'projections into MongoDB: events per second and per round trip (with MONGODB_URL, otherwise into its double)',
  visibility: 'from an answered command to the query that shows it, idle, over both servers or their doubles',
} as const;
type BenchName = keyof typeof benches;

const help = `Measures Accord against the bare parts it stands on, as ratios taken in one run.

  npm run bench                       everything, about an hour
  npm run bench -- --only append page some of it
  npm run bench -- --quick            small and rough, for development

Options
  --only NAME…    which benches to run:
${Object.entries(benches)
  .map(([name, text]) => `                    ${name.padEnd(13)}${text}`)
  .join('\n')}
  --quick         fewer and shorter rounds, shorter logs
  --json FILE     also write the measures to FILE
  --folder DIR    where the logs go while it runs (default ./data; it should be on the disk that counts)
  --help          this text

The table goes to stdout, progress to stderr. Targets are those of issue 3, item 11, and issues 4 and 5, Speed; missing one does not fail the run.
`;

interface Options {
  readonly only: readonly BenchName[];
  readonly quick: boolean;
  readonly json: string | undefined;
  readonly folder: string;
}

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stdout.write(options);
    return;
  }
  mkdirSync(options.folder, { recursive: true });
  const folder = mkdtempSync(`${options.folder}/bench-`);
  const measures: Measure[] = [];
  try {
    for (const name of options.only) {
      progress(`== ${name}: ${benches[name]}`);
      measures.push(...(await inOwnProcess(name, options.quick, folder)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${tableOf(measures)}\n`);
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify(reportOf(options, measures), null, 2)}\n`);
}

function optionsFrom(args: readonly string[]): Options | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      folder: { type: 'string', default: './data' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return help;
  const named = [...(values.only ?? []), ...positionals].flatMap((names) => names.split(','));
  if (values.only === undefined && positionals.length > 0)
    throw new TypeError(`"${positionals.join(' ')}" is no option. Name benches behind --only.`);
  const unknown = named.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0)
    throw new TypeError(`There is no bench "${unknown.join('", "')}". There are ${Object.keys(benches).join(', ')}.`);
  const all = Object.keys(benches) as BenchName[];
  const only = named.length === 0 ? all : all.filter((name) => named.includes(name));
  return { only, quick: values.quick, json: values.json, folder: values.folder };
}

async function inOwnProcess(name: BenchName, quick: boolean, folder: string): Promise<readonly Measure[]> {
  const script = new URL(`./${name}.bench.js`, import.meta.url);
  const { measures } = await answerOf<BenchMessage>(script, ['--folder', folder, ...(quick ? ['--quick'] : [])]);
  return measures;
}

function reportOf({ quick }: Options, measures: readonly Measure[]) {
  return {
    at: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    quick,
    measures: measures.map((measure) => ({ ...measure, met: isMet(measure) ?? null })),
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});

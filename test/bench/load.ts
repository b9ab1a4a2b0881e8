import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** The load that one run puts on a server: so many clients over HTTP keep-alive, each going round through the bodies. */
export interface Load {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** What a right answer contains. */
  readonly expected: string;
}

/** What the server made of it. */
export interface Throughput {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not what was expected, and requests without one. */
  readonly wrong: number;
}

async function run({ url, clients, seconds, headers, bodies, expected }: Load): Promise<Throughput> {
  const { pathname } = new URL(url);
  const requests = bodies.map((body) => ({ method: 'POST', path: pathname, headers, body }) as const);
  let client = 0;
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    requests,
    // Each client begins elsewhere, so that no two of them are at the same partnership.
    setupClient: (each) => {
      const first = Math.floor((client * requests.length) / clients);
      client += 1;
      each.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
    verifyBody: (body) => body.includes(expected),
  });
  const { errors, timeouts, non2xx, mismatches, latency } = result;
  return {
    perSecond: result.requests.total / result.duration,
    p50: latency.p50,
    p99: latency.p99,
    wrong: errors + timeouts + non2xx + mismatches,
  };
}

const file = process.argv[2];
if (file === undefined) throw new TypeError('Name the file that describes the load.');
process.send?.(await run(JSON.parse(readFileSync(file, 'utf8')) as Load));

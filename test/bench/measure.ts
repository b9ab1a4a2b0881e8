/** Several measurements of one thing: the middle one, and how far they spread. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of the report. Without a baseline it is a plain figure, with one the ratio is what counts. */
export interface Measure {
  readonly bench: string;
  readonly what: string;
  readonly unit: string;
  readonly value: Spread;
  readonly baseline?: { readonly what: string; readonly value: Spread };
  /** Of each round its own value by its own baseline, so that a machine that is slow for a while does not count. */
  readonly ratio?: Spread;
  /** What issue 3 item 11 asks of the ratio: at least, or at most. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  readonly rounds: number;
}

/** How thoroughly to measure. */
export interface Thoroughness {
  readonly quick: boolean;
  readonly rounds: number;
  /** Most rounds to warm up: one where a round takes so long that it warms itself. */
  readonly warmUps?: number;
}

/** What is measured against what: each side does its work once and returns its rate (or whatever is compared). */
export interface Comparison {
  readonly bench: string;
  readonly what: string;
  readonly unit: string;
  readonly subject: () => Promise<number>;
  readonly baseline: { readonly what: string; readonly run: () => Promise<number> };
  readonly target?: Measure['target'];
}

/** The middle of some numbers, the smallest and the largest. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? Number.NaN, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** The value that the given share of the numbers does not exceed: 0.99 for p99. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Most rounds to warm up, should something never stop getting faster. */
const MAX_WARM_UP = 12;

/** Lets one side work until it gets no faster by a tenth twice in a row: what a server does is compiled while it serves. */
async function warmUp(side: () => Promise<number>, most: number): Promise<void> {
  let best = await side();
  for (let round = 1, unchanged = 0; round < most && unchanged < 2; round += 1) {
    const rate = await side();
    unchanged = rate < best * 1.1 ? unchanged + 1 : 0;
    best = Math.max(best, rate);
  }
}

/** Compares two warm things in rounds in which they take turns at going first, each round giving one ratio. */
export async function compare(
  comparison: Comparison,
  { rounds, warmUps = MAX_WARM_UP }: Thoroughness,
): Promise<Measure> {
  const { bench, what, unit, subject, baseline, target } = comparison;
  progress(`${bench}: ${what}, warming up`);
  await warmUp(subject, warmUps);
  await warmUp(baseline.run, warmUps);
  const pairs: { readonly value: number; readonly base: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await subject() : await baseline.run();
    const second = round % 2 === 0 ? await baseline.run() : await subject();
    const [value, base] = round % 2 === 0 ? [first, second] : [second, first];
    pairs.push({ value, base });
    progress(`${bench}: ${what}, round ${round + 1} of ${rounds}: ${percent(value / base)}`);
  }
  return {
    bench,
    what,
    unit,
    value: spreadOf(pairs.map(({ value }) => value)),
    baseline: { what: baseline.what, value: spreadOf(pairs.map(({ base }) => base)) },
    ratio: spreadOf(pairs.map(({ value, base }) => value / base)),
    ...(target === undefined ? {} : { target }),
    rounds,
  };
}

/** How many times per second something happened that took so long. */
export async function rateOf(times: number, work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return (times * 1000) / (performance.now() - begin);
}

/** How many times per second of this process's time on all cores something happened: other work on the machine does not count. */
export async function cpuRateOf(times: number, work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (times * 1_000_000) / (user + system);
}

/** True if the ratio is what the target asks for; `undefined` without a target. */
export function isMet({ ratio, target }: Measure): boolean | undefined {
  if (ratio === undefined || target === undefined) return undefined;
  return 'atLeast' in target ? ratio.median >= target.atLeast : ratio.median <= target.atMost;
}

/** A ratio as people read it. */
export function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(0)} %`;
}

/** Says on stderr what is going on. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

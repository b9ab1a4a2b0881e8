import type { PartitionStatus } from './build-partition.engine.js';

/** What is told of a build first is what matters most. */
const STATES: readonly PartitionStatus['state'][] = ['stopped', 'building', 'standing', 'live'];

/** How a build is doing whose partitions do as they do: it is as far as the slowest of them, and in its state who is worst off. */
export function statusOfPartitions([first, ...others]: readonly [
  PartitionStatus,
  ...PartitionStatus[],
]): PartitionStatus {
  const all = [first, ...others];
  const slowest = others.reduce((least, one) => (one.position < least.position ? one : least), first);
  const failure = all.find((one) => one.failure !== undefined)?.failure;
  const retrying = all.find((one) => one.retrying !== undefined)?.retrying;
  return {
    state: STATES.find((state) => all.some((one) => one.state === state)) ?? first.state,
    runsHere: all.some(({ runsHere }) => runsHere),
    position: slowest.position,
    lag: slowest.lag,
    rate: all.reduce((sum, { rate }) => sum + rate, 0),
    ...(failure === undefined ? {} : { failure }),
    ...(retrying === undefined ? {} : { retrying }),
  };
}

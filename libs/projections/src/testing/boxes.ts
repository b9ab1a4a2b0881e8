import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DomainEvent, EventStore, Projection, Recorded } from '#event-sourcing';
import { CompoundIndex, type Filter, Indexed, type Sort } from '#document-store';
import { recorded } from '#event-sourcing/testing';
import { plainCodec } from './cases.js';

/** A made-up event: what some boxes hold from now on; nothing when they are thrown away. */
export type BoxEvent = DomainEvent<'BoxesFilled', { readonly boxes: readonly string[]; readonly content: Box | null }>;

/** A document with every kind of field that a list can filter and sort by. */
@CompoundIndex(['state', 'rank'])
export class Box {
  @Indexed() readonly state?: string;
  @Indexed() readonly rank?: number;
  @Indexed() readonly tags?: readonly string[];
  @Indexed('side') readonly people?: readonly { readonly side: string }[];
}

/** Keeps the earlier versions of boxes. */
export const boxes: Projection<Box, BoxEvent> = {
  name: 'boxes',
  version: 1,
  temporal: true,
  document: Box,
  key: ({ data }) => data.boxes,
  on: { BoxesFilled: (_, { data }) => data.content ?? undefined },
};

/** A log of boxes; clocks of machines that disagree write it, and several events share an instant. */
export const boxLogs: fc.Arbitrary<readonly Recorded<BoxEvent>[]> = fc
  .array(boxEvent(), { maxLength: 25 })
  .map((log) =>
    log.map(({ data, minute }, index) =>
      recorded({ type: 'BoxesFilled', occurredOn: '2026-03-31', data }, index + 1, 'shelf', { recordedAt: at(minute) }),
    ),
  );

/** An instant some time in the log, before it or after it. */
export const instants: fc.Arbitrary<string> = fc.integer({ min: -1, max: 17 }).map((half) => at(half / 2));

/** A page of boxes that somebody asks for. */
export interface BoxQuery {
  readonly filter: Filter<Box>;
  readonly sort: Sort<Box>;
}

/** Questions about boxes. */
export const boxQueries: fc.Arbitrary<BoxQuery> = fc.record({
  filter: fc.oneof(
    fc.constant({}),
    condition(),
    fc.tuple(condition(), condition()).map(([one, other]) => ({ $and: [one, other] })),
    fc.tuple(condition(), condition()).map(([one, other]) => ({ $or: [one, other] })),
  ) as fc.Arbitrary<Filter<Box>>,
  sort: fc.uniqueArray(fc.tuple(fc.constantFrom('state', 'rank', '_id'), fc.constantFrom('asc', 'desc')), {
    selector: ([path]) => path,
    maxLength: 2,
  }),
});

/** What each box held at an instant: folded from the log one event at a time. */
export function boxesAt(log: readonly Recorded<BoxEvent>[], instant: string): ReadonlyMap<string, Box> {
  const known = new Map<string, Box>();
  const latest = new Map<string, { readonly content: Box | null; readonly clock: string }>();
  for (const { data, metadata } of log)
    for (const box of data.boxes) {
      const before = latest.get(box) ?? { content: null, clock: '' };
      if (before.content === null && data.content === null) continue;
      const clock = before.clock > metadata.recordedAt ? before.clock : metadata.recordedAt;
      latest.set(box, { content: data.content, clock });
      if (clock > instant) continue;
      if (data.content === null) known.delete(box);
      else known.set(box, data.content);
    }
  return known;
}

/** Appends a log as it is, recording instants included. */
export async function appendBoxes(store: EventStore, log: readonly Recorded<BoxEvent>[]): Promise<void> {
  for (const event of log) {
    const { type, data, metadata } = plainCodec().encode(event, randomUUID(), {} as never, null);
    await store.append(event.stream, 'any', [
      { id: randomUUID(), type, data, metadata: { ...metadata, recordedAt: event.metadata.recordedAt } },
    ]);
  }
}

function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 31, 9) + minute * 60_000).toISOString();
}

/** Ids of which one begins with another one. */
function ids(): fc.Arbitrary<string> {
  return fc.constantFrom('a', 'a b', 'a!', 'ab', 'b');
}

function boxEvent() {
  const states = fc.constantFrom('A', 'B');
  const content: fc.Arbitrary<Box> = fc.record(
    {
      state: states,
      rank: fc.integer({ min: 0, max: 2 }),
      tags: fc.uniqueArray(states, { maxLength: 2 }),
      people: fc.array(fc.record({ side: states }, { noNullPrototype: true }), { maxLength: 2 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.record({
    minute: fc.integer({ min: 0, max: 7 }),
    data: fc.record({
      boxes: fc.uniqueArray(ids(), { minLength: 1, maxLength: 2 }),
      content: fc.option(content, { freq: 5 }),
    }),
  });
}

function condition(): fc.Arbitrary<object> {
  return fc.oneof(
    fc.constantFrom('A', 'B').map((state) => ({ state })),
    fc.constantFrom('A', 'B').map((tags) => ({ tags })),
    fc.constantFrom('A', 'B').map((side) => ({ 'people.side': side })),
    fc.integer({ min: 0, max: 2 }).map((rank) => ({ rank: { $gte: rank } })),
    fc.constant({ rank: null }),
    ids().map((id) => ({ _id: id })),
    fc.uniqueArray(ids(), { maxLength: 3 }).map((some) => ({ _id: { $in: some } })),
  );
}

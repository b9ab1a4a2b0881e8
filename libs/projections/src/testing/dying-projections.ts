import fc from 'fast-check';
import type { DocumentStore } from '#document-store';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { type CaseEvent, caseEvent } from './cases.js';
import {
  type Deed,
  type Life,
  live,
  plainlyFolded,
  retryEverything,
  storedDocuments,
  type World,
} from './fragile-process.js';

const ids = fc.constantFrom('a', 'b', 'c');
const notes = fc.constantFrom('1', '2', 'bad', 'worse', 'unreadable');
const opened: fc.Arbitrary<CaseEvent> = ids.map((caseId) => caseEvent('CaseOpened', { caseId, topic: caseId }));
const noted: fc.Arbitrary<CaseEvent> = fc
  .tuple(ids, notes)
  .map(([caseId, note]) => caseEvent('CaseNoted', { caseId, note }));
const merged: fc.Arbitrary<CaseEvent> = fc
  .tuple(ids, ids)
  .map(([caseId, into]) => caseEvent('CasesMerged', { caseId, into }));

const deedsWith = (events: fc.Arbitrary<CaseEvent>): fc.Arbitrary<Deed> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('append' as const), events: fc.array(events, { maxLength: 9 }) }),
    },
    fc.record({ does: fc.constant('mend' as const), note: notes }),
    { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('retry' as const, 'skip' as const), which: fc.nat(9) }) },
  );
const livesWith = (events: fc.Arbitrary<CaseEvent>): fc.Arbitrary<Life[]> =>
  fc.array(
    fc.record(
      {
        deeds: fc.array(deedsWith(events), { maxLength: 8 }),
        batchSize: fc.integer({ min: 1, max: 7 }),
        partitions: fc.integer({ min: 1, max: 5 }),
        death: fc.record({ calls: fc.integer({ min: 1, max: 40 }), stored: fc.nat(3) }),
      },
      { requiredKeys: ['deeds', 'batchSize', 'partitions'] },
    ),
    { minLength: 1, maxLength: 5 },
  );

async function afterLives(lives: readonly Life[], documents: DocumentStore): Promise<World> {
  const world = {
    store: new InMemoryEventStore(),
    documents,
    broken: new Set(['bad', 'worse', 'unreadable']),
    skipped: [],
  };
  for (const life of lives) await live(world, life);
  world.broken.clear();
  return world;
}

/**
 * Lets processes fail, die, park, retry and skip at random over document stores that `open` gives, empty each time, and compares what
 * they leave behind with a plain fold of the log.
 */
export function describeDyingProjections(
  name: string,
  open: () => Promise<{ readonly documents: DocumentStore; dispose(): Promise<void> }>,
  runs: number,
): void {
  async function withStore(check: (documents: DocumentStore) => Promise<void>): Promise<void> {
    const { documents, dispose } = await open();
    try {
      await check(documents);
    } finally {
      await dispose();
    }
  }

  describe(`Documents in ${name}, in any number of partitions, whatever fails, however often processes die, and whatever is retried and skipped`, () => {
    it('are those of a plain fold, byte for byte, when everything is mended', async () => {
      const property = fc.asyncProperty(livesWith(fc.oneof(opened, noted, noted)), (lives) =>
        withStore(async (documents) => {
          await expectFolded(await afterLives(lives, documents));
        }),
      );
      await fc.assert(property, { numRuns: runs });
    }, 120_000);

    it('are so too, or in the next build, when they follow several streams', async () => {
      const property = fc.asyncProperty(livesWith(fc.oneof(opened, noted, noted, merged)), (lives) =>
        withStore(async (documents) => {
          const world = await afterLives(lives, documents);
          const errors = await retryEverything(world);
          for (const error of errors) expect(error).toContain('Rebuild the projection');
          await (errors.length === 0
            ? expectFolded(world)
            : withStore((next) => expectFolded({ ...world, documents: next })));
        }),
      );
      await fc.assert(property, { numRuns: runs });
    }, 120_000);
  });
}

async function expectFolded(world: World): Promise<void> {
  expect(await retryEverything(world)).toEqual([]);
  expect(await storedDocuments(world)).toBe(await plainlyFolded(world));
}

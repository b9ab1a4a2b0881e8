import type { DocumentStore } from '#document-store';
import type { Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import { append, caseEvent, type CaseEvent, type OpenCase, openCases } from './cases.js';
import { documentsOf, gated, PATIENCE_MS, processOf, until } from './processes.js';

/** The next version of the open cases: notes are written in capitals. */
export const loudCases: Projection<OpenCase, CaseEvent> = {
  ...openCases,
  version: 2,
  on: {
    ...openCases.on,
    CaseNoted: (found, { data }) => found && { ...found, notes: [...found.notes, data.note.toUpperCase()] },
  },
};

const noted = (note: string): CaseEvent => caseEvent('CaseNoted', { caseId: 'a', note });
const REQUEST = { id: '1', projection: loudCases };

/** Kills the process of a rebuild at each of its calls to the document store in turn, and goes on with the next process. */
export function describeKilledRebuilds(
  name: string,
  open: () => Promise<{ readonly documents: DocumentStore; dispose(): Promise<void> }>,
): void {
  describe(`A rebuild in ${name} whose process is killed`, () => {
    it('leaves the old build served whatever it was doing, and is finished by the next process', async () => {
      let isKilled = true;
      for (let lasting = 0; isKilled; lasting += 1) {
        const { documents, dispose } = await open();
        isKilled = await rebuildKilledAfter(lasting, documents);
        await dispose();
      }
    });
  });
}

/** `false`: it was through before. */
async function rebuildKilledAfter(lasting: number, documents: DocumentStore): Promise<boolean> {
  const store = new InMemoryEventStore();
  await append(store, caseEvent('CaseOpened', { caseId: 'a', topic: 'rain' }), ...['b', 'c', 'd', 'e'].map(noted));
  let left = Infinity;
  const mortal = gated(documents, () => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('The process is dead.')) : Promise.resolve();
  });
  const isDead = (): boolean => left < 0;
  const first = processOf({ store, documents: mortal, projections: [openCases] });
  await first.start();
  await first.ready();
  left = lasting;
  await rebuildAndDrop(first, isDead);
  await first.stop();
  const wasKilled = isDead();

  const second = processOf({ store, documents, projections: [openCases] });
  await second.rebuild(openCases.name, REQUEST);
  await second.start();
  const { a } = await documentsOf(second, openCases);
  expect(a?.notes.map((note) => note.toUpperCase())).toEqual(['B', 'C', 'D', 'E']);
  const position = await append(store, noted('f'));
  await until(() => second.status()[0]?.readModel === 'open-cases.v2');
  expect(await second.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
  expect(await documentsOf(second, openCases)).toEqual({ a: { topic: 'rain', notes: ['B', 'C', 'D', 'E', 'F'] } });
  await second.drop(openCases.name, 'open-cases.v1');
  expect(await (await documents.collection('open-cases.v1', [])).count()).toBe(0);
  await second.stop();
  return wasKilled;
}

/** Everything a rebuild does, as far as the process lives. */
async function rebuildAndDrop(engine: ProjectionEngine, isDead: () => boolean): Promise<void> {
  try {
    await engine.rebuild(openCases.name, REQUEST);
    await until(() => isDead() || engine.status()[0]?.readModel === 'open-cases.v2');
    await engine.drop(openCases.name, 'open-cases.v1');
  } catch (error) {
    if (!isDead()) throw error;
  }
}

import type { Collection, DocumentStore, IndexDefinition } from '#document-store';

/** Of what a process is told when it dies: every call from then on. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** When a process dies: after so many calls to its document store, and of the writes of the last one only the first few are stored. */
export interface Death {
  readonly calls: number;
  readonly stored: number;
}

/** A document store as a process sees it that dies; what was stored stays. */
export function mortal(documents: DocumentStore, death: Death | undefined): DocumentStore {
  let left = death?.calls ?? Infinity;
  const isLast = (): boolean => {
    if (left <= 0) throw new Crashed('The process is dead.');
    left -= 1;
    return left === 0;
  };
  const dying = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    if (isLast()) throw new Crashed('The process has died.');
    return call();
  };
  return Object.assign(Object.create(documents) as DocumentStore, {
    collection: async <Document extends object>(name: string, indexes: readonly IndexDefinition[]) => {
      const real = await documents.collection<Document>(name, indexes);
      const seen = Object.create(real) as Collection<Document>;
      seen.getMany = (ids) => dying(() => real.getMany(ids));
      seen.find = (options) => dying(() => real.find(options));
      seen.write = async (changes) => {
        const isDying = isLast();
        await real.write(isDying ? changes.slice(0, death?.stored) : changes);
        if (isDying) throw new Crashed('The process has died.');
      };
      return seen;
    },
    checkpoint: (reader: string) => dying(() => documents.checkpoint(reader)),
    saveCheckpoint: (...args: Parameters<DocumentStore['saveCheckpoint']>) =>
      dying(() => documents.saveCheckpoint(...args)),
  });
}

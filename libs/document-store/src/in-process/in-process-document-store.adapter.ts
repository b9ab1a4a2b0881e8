import { type Checkpoint, type Collection, type DocumentStore, DocumentStoreUnavailable } from '../document-store.js';
import type { IndexDefinition } from '../indexes.js';
import { InProcessCollection } from './in-process-collection.adapter.js';

/**
 * The embedded document store: everything lives in this process's memory and is rebuilt from the log at start. It hands
 * out the very objects it keeps; nobody may change them.
 */
export function openInProcessDocumentStore(): DocumentStore {
  return new InProcessDocumentStore();
}

class InProcessDocumentStore implements DocumentStore {
  private readonly collections = new Map<string, unknown>();
  private readonly checkpoints = new Map<string, Checkpoint>();
  private isClosed = false;

  collection<Document extends object>(
    name: string,
    indexes: readonly IndexDefinition[],
  ): Promise<Collection<Document>> {
    return this.answer(() => {
      const known = this.collections.get(name) as Collection<Document> | undefined;
      const collection = known ?? new InProcessCollection<Document>(indexes, this.assertOpen);
      this.collections.set(name, collection);
      return collection;
    });
  }

  drop(name: string): Promise<void> {
    return this.answer(() => {
      this.collections.delete(name);
    });
  }

  checkpoint(reader: string): Promise<Checkpoint | undefined> {
    return this.answer(() => this.checkpoints.get(reader));
  }

  saveCheckpoint(reader: string, checkpoint: Checkpoint): Promise<void> {
    return this.answer(() => {
      this.checkpoints.set(reader, checkpoint);
    });
  }

  ping(): Promise<void> {
    return this.answer(() => undefined);
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.collections.clear();
    this.checkpoints.clear();
    return Promise.resolve();
  }

  private readonly assertOpen = (): void => {
    if (this.isClosed) throw new DocumentStoreUnavailable('The document store is closed.');
  };

  private answer<Answer>(compute: () => Answer): Promise<Answer> {
    return new Promise((resolve) => {
      this.assertOpen();
      resolve(compute());
    });
  }
}

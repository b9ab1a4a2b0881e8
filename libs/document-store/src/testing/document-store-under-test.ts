import type { DocumentStore } from '../document-store.js';

/** A fresh, empty store, and what removes it again. */
export interface DocumentStoreUnderTest {
  readonly store: DocumentStore;
  /** Moves the store's clock; a server's own clock moves by itself, and the suite waits until it has. */
  passTime?(milliseconds: number): void;
  dispose(): Promise<void>;
}

import type { Document } from 'bson';
import { type StoredChange, StoredCollection } from './stored-collection.js';

/** One line of the journal: what changed, and where. */
export type JournalEntry =
  | { readonly namespace: string; readonly change: StoredChange }
  | { readonly created: string }
  | { readonly dropped: string }
  | { readonly droppedDatabase: string };

/** Everything a server of the double's keeps. It outlives the server's restarts, and with a journal the process. */
export class StoredDatabases {
  private readonly collections = new Map<string, StoredCollection>();
  private record: (entry: JournalEntry) => void = () => undefined;

  /** Repeats what a journal holds, and records from here on. */
  resume(entries: Iterable<JournalEntry>, record: (entry: JournalEntry) => void): void {
    for (const entry of entries) this.repeat(entry);
    this.record = record;
  }

  /** The collection of a name, created if need be. */
  open(namespace: string): StoredCollection {
    const known = this.collections.get(namespace);
    if (known !== undefined) return known;
    this.record({ created: namespace });
    return this.create(namespace);
  }

  /** The collection of a name; `undefined` if nothing was ever written to it. */
  existing(namespace: string): StoredCollection | undefined {
    return this.collections.get(namespace);
  }

  /** The names of a database's collections. */
  names(database: string): readonly string[] {
    const prefix = `${database}.`;
    return [...this.collections.keys()]
      .filter((namespace) => namespace.startsWith(prefix))
      .map((namespace) => namespace.slice(prefix.length));
  }

  /** Removes a collection; says whether there was one. */
  drop(namespace: string): boolean {
    this.record({ dropped: namespace });
    return this.collections.delete(namespace);
  }

  dropDatabase(database: string): void {
    this.record({ droppedDatabase: database });
    for (const name of this.names(database)) this.collections.delete(`${database}.${name}`);
  }

  private create(namespace: string): StoredCollection {
    const collection = new StoredCollection(namespace, (change) => {
      this.record({ namespace, change });
    });
    this.collections.set(namespace, collection);
    return collection;
  }

  private repeat(entry: JournalEntry): void {
    if ('created' in entry) this.create(entry.created);
    else if ('dropped' in entry) this.drop(entry.dropped);
    else if ('droppedDatabase' in entry) this.dropDatabase(entry.droppedDatabase);
    else this.open(entry.namespace).apply(entry.change, false);
  }
}

/** The namespace that a command's first field names in its database. */
export function namespaceOf(command: Document): string {
  const [collection] = Object.values(command) as readonly unknown[];
  return `${String(command['$db'])}.${String(collection)}`;
}

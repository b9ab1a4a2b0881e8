import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { openSqliteEventStore } from '#event-store';
import { ConfigurationInvalid } from './configuration.adapter.js';
import type { DocumentStoreSetting, EventStoreSetting } from './store-settings.adapter.js';

/** An opened log, and what only its kind can tell. */
export interface OpenedEventStore {
  readonly store: EventStore;
  /** How many events lie between two positions, where positions tell. */
  readonly eventsBetween?: (after: Position, upTo: Position) => number;
}

/** Opens the log that a setting names. Throws `ConfigurationInvalid`, and what the adapter refuses. */
export async function openEventStore(setting: EventStoreSetting): Promise<OpenedEventStore> {
  switch (setting.kind) {
    case 'sqlite':
      await mkdir(dirname(setting.path), { recursive: true });
      return { store: await openSqliteEventStore({ path: setting.path }), eventsBetween };
    case 'eventstoredb':
      throw notHere('ACCORD_EVENT_STORE', setting.address, 'sqlite:<path of the file>');
  }
}

/** Opens the store of the read models that a setting names. Throws `ConfigurationInvalid`, and what the adapter refuses. */
export function openDocumentStore(setting: DocumentStoreSetting): Promise<DocumentStore> {
  switch (setting.kind) {
    case 'memory':
      return Promise.resolve(openInProcessDocumentStore());
    case 'mongodb':
      return Promise.reject(notHere('ACCORD_DOCUMENT_STORE', setting.address, 'memory:'));
  }
}

/** The embedded log numbers its events, so positions tell how many lie between them. */
function eventsBetween(after: Position, upTo: Position): number {
  return Math.max(0, Number(upTo) - Number(after));
}

function notHere(variable: string, address: string, instead: string): ConfigurationInvalid {
  return new ConfigurationInvalid(
    `${variable} is "${address}"; this build has no adapter for it. Set it to ${instead}.`,
  );
}

import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { openVault, type PersonVault, type TextVault } from '#directory';
import { openInProcessDocumentStore } from '#document-store';
import {
  type Clock,
  type EventCodec,
  type EventStore,
  type FoldedStream,
  type Position,
  Transactor,
} from '#event-sourcing';
import { createEventCodec, openSqliteEventStore } from '#event-store';
import { loadOrCreateKey, type TokenVerifier, verifierForJwksUrl, verifierForKeys } from '#identity';
import { EventHub, ProjectionEngine, ReactionRunner } from '#projections';
import { type Configuration, ConfigurationInvalid } from './configuration.adapter.js';
import { eventDefinitions, projections } from './contexts.module.js';
import { systemClock } from './system-clock.adapter.js';

/** Folded streams kept between commands: about 20 kB each at most. */
const CACHED_STREAMS = 5_000;

/** Everything the contexts stand on, started. */
export interface Platform {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly transactor: Transactor;
  readonly hub: EventHub;
  readonly engine: ProjectionEngine;
  /** Started and stopped by the context whose reactions it runs. */
  readonly reactions: ReactionRunner;
  readonly persons: PersonVault;
  readonly texts: TextVault;
  readonly verifier: TokenVerifier;
  /** Finishes what is in flight and releases everything, in the order in which nothing is lost. */
  close(): Promise<void>;
}

/**
 * Opens the stores and brings the read models up to date. Throws `ConfigurationInvalid` or `EventStoreFileRefused` with
 * one line for people; whatever was opened until then is closed again.
 */
export async function startPlatform(configuration: Configuration, log: Logger): Promise<Platform> {
  const verifier = await verifierFor(configuration);
  await mkdir(dirname(configuration.eventStore.path), { recursive: true });
  await mkdir(configuration.dataDirectory, { recursive: true });
  const store = await openSqliteEventStore({ path: configuration.eventStore.path });
  try {
    const vault = openVault(join(configuration.dataDirectory, 'vault.db'));
    const codec = createEventCodec({ definitions: eventDefinitions, upcasts: {} });
    const cache = new LRUCache<string, FoldedStream>({ max: CACHED_STREAMS });
    const transactor = new Transactor({ store, codec, cache, clock: systemClock, soleWriter: true });
    const hub = new EventHub({ store, codec });
    const documents = openInProcessDocumentStore();
    const engine = new ProjectionEngine({ hub, documents, eventsBetween });
    const reactions = new ReactionRunner({ hub, documents });
    for (const projection of projections) engine.register(projection);
    await engine.start();
    await engine.ready();
    return {
      configuration,
      log,
      clock: systemClock,
      store,
      codec,
      transactor,
      hub,
      engine,
      reactions,
      ...vault,
      verifier,
      close: async () => {
        await engine.stop();
        await store.close();
        vault.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The embedded log numbers its events, so positions tell how many lie between them. */
function eventsBetween(after: Position, upTo: Position): number {
  return Math.max(0, Number(upTo) - Number(after));
}

async function verifierFor({ keys }: Configuration): Promise<TokenVerifier> {
  switch (keys.kind) {
    case 'jwks-url':
      return verifierForJwksUrl(keys.url);
    case 'own':
      return verifierForKeys((await loadOrCreateKey(keys.file)).keys);
    case 'jwks-file':
      return verifierForKeys(await keysFrom(keys.file));
  }
}

async function keysFrom(file: string): Promise<JSONWebKeySet> {
  try {
    const document = JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet;
    if (Array.isArray(document.keys) && document.keys.length > 0) return document;
  } catch (error) {
    throw new ConfigurationInvalid(`ACCORD_JWKS_FILE is "${file}", which cannot be read: ${String(error)}.`);
  }
  throw new ConfigurationInvalid(`ACCORD_JWKS_FILE is "${file}", which holds no keys; it must be a JWKS document.`);
}

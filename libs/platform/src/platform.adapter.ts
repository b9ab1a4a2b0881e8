import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ProjectionFolder } from '#analytics';
import { CarriedOutDecisions } from '#analytics';
import type { PersonVault, TextVault } from '#directory';
import type { DocumentStore } from '#document-store';
import { type Clock, type EventCodec, type EventStore, type FoldedStream, Transactor } from '#event-sourcing';
import { type ConnectionStatus, createEventCodec } from '#event-store';
import {
  EventHub,
  IN_PROCESS_BATCHES,
  type EventHubParts,
  type LeaseChange,
  ProjectionEngine,
  ReactionRunner,
  SharedWork,
} from '#projections';
import type { Configuration } from './configuration.adapter.js';
import { eventDefinitions, projections } from './contexts.module.js';
import { prepareDataDirectory } from './data-directory.adapter.js';
import { Lifecycle } from './lifecycle.adapter.js';
import { loadProjections } from './load-projections.adapter.js';
import { loggableError } from './loggable-error.js';
import { openDocuments } from './open-documents.adapter.js';
import { openEventStore } from './open-event-store.adapter.js';
import { systemClock } from './system-clock.adapter.js';

/** Folded streams kept between commands: about 20 kB each at most. */
const CACHED_STREAMS = 5_000;

/** Everything the contexts stand on, started. */
export interface Platform {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly clock: Clock;
  readonly store: EventStore;
  /** How the connection to the log's server is, where there is one. */
  readonly connection?: () => ConnectionStatus;
  readonly codec: EventCodec;
  readonly transactor: Transactor;
  readonly hub: EventHub;
  readonly engine: ProjectionEngine;
  /** The projections of analysts that the engine runs besides the built-in ones, and the files that it cannot run. */
  readonly projectionFiles: ProjectionFolder;
  /** Started and stopped by the context whose reactions it runs. */
  readonly reactions: ReactionRunner;
  /** The leases of this process, where several share projections and reactions. */
  readonly work?: SharedWork;
  readonly documents: DocumentStore;
  readonly persons: PersonVault;
  readonly texts: TextVault;
  /** Serving as soon as the read models have caught up with the log once. */
  readonly lifecycle: Lifecycle;
  /** Finishes what is in flight and releases everything, in the order in which nothing is lost. */
  close(): Promise<void>;
}

/**
 * Opens the stores and begins to bring the read models up to date, or to follow those who do; the lifecycle and
 * `engine.ready()` say when they are. Throws `ConfigurationInvalid` or what a store refuses, one line for people; whatever
 * was opened until then is closed again.
 */
export async function startPlatform(configuration: Configuration, log: Logger): Promise<Platform> {
  const opened: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let release = opened.pop(); release !== undefined; release = opened.pop()) await release();
  };
  try {
    await prepareDataDirectory(configuration.dataDirectory);
    const { store, eventsBetween, soleWriter, connection } = await openEventStore(configuration.eventStore, { log });
    opened.push(() => store.close());
    const besideTheLog = await openDocuments(configuration, log);
    opened.push(() => besideTheLog.close());
    const { documents, vault } = besideTheLog;
    const codec = createEventCodec({ definitions: eventDefinitions, upcasts: {} });
    const cache = new LRUCache<string, FoldedStream>({ max: CACHED_STREAMS });
    const transactor = new Transactor({ store, codec, cache, clock: systemClock, soleWriter });
    const hub = new EventHub({ store, codec, ...batchesFor(configuration) });
    const runs = whoRuns(configuration, documents, log);
    const engine = new ProjectionEngine({
      hub,
      documents,
      runs,
      partitions: configuration.partitions,
      ...(eventsBetween && { eventsBetween }),
      isChecked: !configuration.production,
      onParked: (message, { key, position }) => {
        // What a function throws may repeat what it was given.
        log.warn({ parked: { key, position } }, configuration.production ? loggableError(message).message : message);
      },
    });
    const reactions = new ReactionRunner({ hub, documents, runs });
    const projectionFiles = await loadProjections(configuration, log);
    for (const projection of projections) engine.register(projection);
    for (const { file, projection } of projectionFiles.loaded) engine.register({ ...projection, file });
    opened.push(() => engine.stop());
    if (typeof runs === 'object') opened.push(() => runs.stop());
    const decisions = new CarriedOutDecisions({
      engine,
      hub,
      store,
      codec,
      onFailure: ({ type, stream, revision }, error) => {
        log.error({ type, stream, revision: String(revision), error }, 'a decision about a projection failed');
      },
    });
    await decisions.past();
    await engine.start();
    decisions.follow();
    opened.push(() => decisions.stop());
    const lifecycle = new Lifecycle();
    void engine.ready().then(() => {
      lifecycle.serve();
    });
    return {
      configuration,
      log,
      clock: systemClock,
      store,
      ...(connection && { connection }),
      codec,
      transactor,
      hub,
      engine,
      projectionFiles,
      reactions,
      documents,
      ...(typeof runs === 'object' && { work: runs }),
      persons: vault.persons,
      texts: vault.texts,
      lifecycle,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Read models in memory are this process's own; those in a server are shared by leases, or left to projectors. */
function whoRuns(
  { documentStore, projector, leaseMs }: Configuration,
  documents: DocumentStore,
  log: Logger,
): 'here' | 'elsewhere' | SharedWork {
  if (projector === 'external') return 'elsewhere';
  if (documentStore.kind === 'memory') return 'here';
  const holder = `${hostname()}:${String(process.pid)}:${randomUUID()}`;
  const onChange = ({ change, ...lease }: LeaseChange): void => {
    log[change === 'failed' || change === 'lost' ? 'warn' : 'info']({ lease }, `lease ${change}`);
  };
  return new SharedWork({ documents, holder, leaseMs, onChange });
}

/** Documents in memory are folded by the process that answers queries; a server wants few round trips instead. */
function batchesFor({ documentStore }: Configuration): Pick<EventHubParts, 'batchSize' | 'lateBatchSize'> {
  return documentStore.kind === 'memory' ? IN_PROCESS_BATCHES : {};
}

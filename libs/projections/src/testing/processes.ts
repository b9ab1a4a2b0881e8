import { setImmediate } from 'node:timers/promises';
import type { Collection, DocumentStore, IndexDefinition } from '#document-store';
import type { DomainEvent, EventCodec, EventStore, Projection } from '#event-sourcing';
import { EventHub } from '../hub/event-hub.engine.js';
import { ProjectionEngine } from '../projection.engine.js';
import type { ProjectionEngineParts } from '../projection-engine-parts.js';
import { SharedWork, type SharedWorkParts } from '../sharing/shared-work.engine.js';
import { plainCodec } from './cases.js';

/** Longer than anything takes. */
export const PATIENCE_MS = 20_000;

/** What a process of the specs has, and where it runs projections. */
export interface ProcessParts extends Omit<ProjectionEngineParts, 'hub' | 'delays'> {
  readonly store: EventStore;
  readonly projections: readonly unknown[];
  readonly codec?: EventCodec;
}

/** An engine that knows the projections, not started yet, as a process has it. */
export function processOf({ store, projections, codec = plainCodec(), ...parts }: ProcessParts): ProjectionEngine {
  const hub = new EventHub({ store, codec, batchSize: 3, delays: () => 0 });
  const engine = new ProjectionEngine({ hub, delays: () => 0, ...parts });
  for (const projection of projections) engine.register(projection as Projection);
  return engine;
}

/** What a process has that shares projections with others under leases. */
export interface SharingProcessParts
  extends Omit<ProcessParts, 'runs'>, Pick<SharedWorkParts, 'holder' | 'leaseMs' | 'onChange'> {}

/** An engine that runs what it has a lease for, not started yet; `stop` ends it in good order. */
export function sharingProcessOf({ holder, leaseMs, onChange, ...parts }: SharingProcessParts) {
  const { documents } = parts;
  const onLease = onChange === undefined ? {} : { onChange };
  const work = new SharedWork({ documents, holder, leaseMs, delays: () => 0, ...onLease });
  const engine = processOf({ ...parts, runs: work });
  const stop = async (): Promise<void> => {
    await work.stop();
    await engine.stop();
  };
  return { engine, stop, leases: () => work.held().map(({ name }) => name) };
}

/** Waits until something is the case. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setImmediate();
}

/** The documents of a projection as the engine answers. */
export async function documentsOf<Document extends object, Event extends DomainEvent>(
  engine: ProjectionEngine,
  projection: Projection<Document, Event>,
): Promise<Record<string, Document>> {
  const { documents } = await engine.collection(projection).find({ limit: 1_000 });
  return Object.fromEntries(documents.map(({ id, document }) => [id, document]));
}

/** What stands between a process and its document store: asked before each call, it may let it wait, or never come back. */
export type Gate = (call: string, name: string) => Promise<void>;

/** A document store whose every call passes a gate. */
export function gated(documents: DocumentStore, gate: Gate): DocumentStore {
  const through = async <Answer>(call: string, name: string, answer: () => Promise<Answer>): Promise<Answer> => {
    await gate(call, name);
    return answer();
  };
  return {
    collection: <Document extends object>(name: string, indexes: readonly IndexDefinition[]) =>
      through('collection', name, async () => {
        const real = await documents.collection<Document>(name, indexes);
        const seen = Object.create(real) as Collection<Document>;
        seen.getMany = (ids) => through('getMany', name, () => real.getMany(ids));
        seen.write = (changes) => through('write', name, () => real.write(changes));
        return seen;
      }),
    drop: (name) => through('drop', name, () => documents.drop(name)),
    checkpoint: (reader) => through('checkpoint', reader, () => documents.checkpoint(reader)),
    saveCheckpoint: (reader, ...rest) =>
      through('saveCheckpoint', reader, () => documents.saveCheckpoint(reader, ...rest)),
    acquireLease: (name, ...rest) => through('acquireLease', name, () => documents.acquireLease(name, ...rest)),
    renewLease: (lease, forMs) => through('renewLease', lease.name, () => documents.renewLease(lease, forMs)),
    releaseLease: (lease) => through('releaseLease', lease.name, () => documents.releaseLease(lease)),
    attend: (member, forMs) => through('attend', member.name, () => documents.attend(member, forMs)),
    leave: (name) => through('leave', name, () => documents.leave(name)),
    ping: () => documents.ping(),
    close: () => documents.close(),
  };
}

import { setTimeout as after } from 'node:timers/promises';
import type { DocumentStore } from '#document-store';
import type { EventStore } from '#event-sourcing';
import type { Dependency, DependencyHealth } from './dependency.js';

/** How long a store may take to answer before it counts as down: less than a load balancer waits for the whole answer. */
const PATIENCE_MS = 2_000;

/** Gets what a store said when it failed: that may name an address, so it belongs into the log and not into an answer. */
export type FailureLog = (dependency: string, error: unknown) => void;

/** The log: it can say where it ends, and nothing that follows it is being restored. */
export function eventStoreDependency(store: EventStore, isRestoring: () => boolean, onFailure: FailureLog): Dependency {
  const name = 'eventStore';
  return {
    name,
    health: async () => {
      if (isRestoring()) return { status: 'down', detail: 'the subscription is being restored' };
      return answerOf(name, () => store.head(), onFailure);
    },
  };
}

/** The read models' store: it can read and write. */
export function documentStoreDependency(documents: DocumentStore, onFailure: FailureLog): Dependency {
  const name = 'documentStore';
  return { name, health: () => answerOf(name, () => documents.ping(), onFailure) };
}

async function answerOf(name: string, ask: () => Promise<unknown>, onFailure: FailureLog): Promise<DependencyHealth> {
  const answered = new AbortController();
  const late: DependencyHealth = { status: 'down', detail: `no answer within ${String(PATIENCE_MS)} ms` };
  const answer = ask().then(
    (): DependencyHealth => ({ status: 'up' }),
    (error: unknown): DependencyHealth => {
      onFailure(name, error);
      return { status: 'down', detail: 'it cannot be used; the log says why' };
    },
  );
  const tooLate = after(PATIENCE_MS, late, { signal: answered.signal }).catch(() => late);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    answered.abort();
  }
}

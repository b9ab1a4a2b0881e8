import { rejected, type Rejected } from '#event-sourcing';
import type { ProjectionRejectionCode } from './rejections.js';

/** A build beside the one that is read. */
export interface BuildFact {
  readonly build: string;
  /** `rehearsed`: it has caught up and waits for its promotion. `replaced`: it was read before the last switch. */
  readonly state: 'building' | 'rehearsed' | 'replaced';
}

/** A document that is parked, and the event at which it is. */
export interface ParkedFact {
  readonly key: string;
  readonly position: string;
  readonly type: string;
}

/** What decisions about a projection need of the engine. */
export interface ProjectionFacts {
  readonly name: string;
  /** Some process may run it: its code or its file is there. */
  readonly isKnown: boolean;
  /** The build that is read. */
  readonly live: string;
  /** Builds beside the one that is read. */
  readonly builds: readonly BuildFact[];
  /** Of the document that the command is about. */
  readonly parked?: ParkedFact;
}

/** `NOT_FOUND` for a projection that nobody could run. */
export function refuseUnknown({ name, isKnown }: ProjectionFacts): Rejected<ProjectionRejectionCode> | undefined {
  if (isKnown) return undefined;
  return rejected('NOT_FOUND', `There is no projection "${name}". Ask for \`projections\` to see all there are.`);
}

import type { Lease } from '#document-store';
import type { ProjectionStatus, ReactionStatus } from '#projections';
import type { Phase } from '../lifecycle.adapter.js';
import type { DependencyHealth } from './dependency.js';

/** What readiness is made of, as it was found at one moment. */
export interface ReadinessFacts {
  readonly phase: Phase;
  readonly dependencies: Readonly<Record<string, DependencyHealth>>;
  /** Those this process answers for. */
  readonly projections: readonly ProjectionStatus[];
  readonly reactions: readonly ReactionStatus[];
  /** What this process does of the work that several share; absent where it shares none. */
  readonly leases?: readonly Lease[];
  /** A read model that is further behind the log than this is reported. */
  readonly maxLagSeconds: number;
}

/** A projection as a stranger may see it: where it is and whether it goes on, but not what it stumbled over. */
export interface ProjectionHealth {
  readonly name: string;
  readonly version: number;
  readonly state: ProjectionStatus['state'];
  /** How far it is behind the log, in events (where positions tell) and in seconds. */
  readonly lag: ProjectionStatus['lag'];
  /** How many of its documents wait behind an event that could not be folded into them. */
  readonly parked?: number;
  /** How often it has called the document store in vain. */
  readonly attempts?: number;
}

/** A reaction as a stranger may see it. */
export interface ReactionHealth {
  readonly name: string;
  readonly state: 'live' | 'retrying';
  /** How often it has tried the next event in vain. */
  readonly attempts?: number;
}

/** A piece of shared work that the process does, and until when it is no other's. */
export type LeaseHealth = Pick<Lease, 'name' | 'expiresAt'>;

/** Whether a process should get work, and why not. */
export interface Readiness {
  /** `degraded`: it should get work, but somebody should look. */
  readonly status: 'ready' | 'degraded' | 'not ready';
  readonly phase: Phase;
  /** A sentence for each thing that is wrong, the grave ones first. */
  readonly reasons: readonly string[];
  readonly dependencies: Readonly<Record<string, DependencyHealth>>;
  readonly projections: readonly ProjectionHealth[];
  readonly reactions: readonly ReactionHealth[];
  /** Where several processes share projections and reactions: those that this one has, by name. */
  readonly leases?: readonly LeaseHealth[];
}

/**
 * Judges the facts. A process is not ready while it starts or stops, without a dependency, and with a read model that is
 * being built or has stopped. A lag, parked documents, a read model that stands still and a reaction that tries again degrade
 * it only: every process shows the same, and
 * if all of them left the load balancer for it, there would be nobody to answer.
 */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const grave = [...phaseReasons(facts.phase), ...dependencyReasons(facts), ...facts.projections.flatMap(stateReasons)];
  const mild = [
    ...facts.projections.flatMap(standstillReasons),
    ...facts.projections.flatMap((projection) => lagReasons(projection, facts.maxLagSeconds)),
    ...facts.projections.flatMap(parkedReasons),
    ...facts.reactions.flatMap(reactionReasons),
  ];
  return {
    status: grave.length > 0 ? 'not ready' : mild.length > 0 ? 'degraded' : 'ready',
    phase: facts.phase,
    reasons: [...grave, ...mild],
    dependencies: facts.dependencies,
    projections: facts.projections.map(projectionHealth),
    reactions: facts.reactions.map(reactionHealth),
    ...(facts.leases && { leases: facts.leases.map(leaseHealth).sort(byName) }),
  };
}

function phaseReasons(phase: Phase): readonly string[] {
  if (phase === 'stopping') return ['The process is stopping.'];
  return phase === 'starting' ? ['The process is starting: its read models have not caught up with the log yet.'] : [];
}

function dependencyReasons({ dependencies }: ReadinessFacts): readonly string[] {
  return Object.entries(dependencies)
    .filter(([, { status }]) => status === 'down')
    .map(([name, { detail }]) => `${name} is down${detail === undefined ? '' : `: ${detail}`}.`);
}

function stateReasons({ name, state }: ProjectionStatus): readonly string[] {
  if (state === 'building') return [`Projection "${name}" is being built.`];
  return state === 'stopped' ? [`Projection "${name}" has stopped.`] : [];
}

function standstillReasons({ name, version, state }: ProjectionStatus): readonly string[] {
  if (state === 'paused')
    return [`Projection "${name}" is paused: its documents stay as they are until it is resumed.`];
  if (state !== 'standing') return [];
  return [
    `Projection "${name}" is answered from version ${String(version)}, whose code this process does not have: its documents stay ` +
      'as they are unless another process has it.',
  ];
}

function lagReasons({ name, state, lag }: ProjectionStatus, most: number): readonly string[] {
  const { seconds } = lag;
  if (state !== 'live' || seconds === undefined || seconds <= most) return [];
  return [`Projection "${name}" is ${String(seconds)} s behind the log; the limit is ${String(most)} s.`];
}

function parkedReasons({ name, parked }: ProjectionStatus): readonly string[] {
  if (parked === 0) return [];
  return [
    `Projection "${name}" has ${String(parked)} parked ${parked === 1 ? 'document' : 'documents'}: answers from it are behind there.`,
  ];
}

function reactionReasons({ name, retrying }: ReactionStatus): readonly string[] {
  if (retrying === undefined) return [];
  return [`Reaction "${name}" has tried its next event ${String(retrying.attempt)} times in vain.`];
}

function projectionHealth({ name, version, state, lag, parked, retrying }: ProjectionStatus): ProjectionHealth {
  return {
    name,
    version,
    state,
    lag,
    ...(parked === 0 ? {} : { parked }),
    ...(retrying === undefined ? {} : { attempts: retrying.attempt }),
  };
}

function reactionHealth({ name, retrying }: ReactionStatus): ReactionHealth {
  return retrying === undefined ? { name, state: 'live' } : { name, state: 'retrying', attempts: retrying.attempt };
}

function leaseHealth({ name, expiresAt }: Lease): LeaseHealth {
  return { name, expiresAt };
}

function byName(one: LeaseHealth, other: LeaseHealth): number {
  return one.name < other.name ? -1 : 1;
}

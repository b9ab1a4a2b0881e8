import type { DomainEvent, EventActor } from './event.js';

/** One reason inside a rejection: a machine-readable code, a sentence, and the input field it is about, if any. */
export interface RejectionDetail {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
}

/** An expected refusal: a value, not an exception. `code` is one of domain.md's, `message` names the way out. */
export interface Rejection<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly details: readonly RejectionDetail[];
  /** The same command may succeed when it is sent again unchanged. */
  readonly retryable: boolean;
  /** The commands that the aggregate's present state does accept; empty when the state is not the reason. */
  readonly allowedCommands: readonly string[];
  /** The state that is the reason, for `INVALID_STATE`. */
  readonly currentState?: string;
}

/** Something the caller should know although the command was accepted (`VACANCY_OPENED`, `CAPACITY_EXCEEDED`). */
export interface DecisionWarning {
  readonly code: string;
  readonly message: string;
}

/** What a command leads to: events to append (none: nothing to do), or a refusal. */
export type Decision<Event extends DomainEvent = DomainEvent, Code extends string = string> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[]; readonly warnings: readonly DecisionWarning[] }
  | Rejected<Code>;

/** The refusing half of a decision. */
export interface Rejected<Code extends string = string> {
  readonly outcome: 'rejected';
  readonly rejection: Rejection<Code>;
}

/**
 * What a decision may know besides command and state. Everything that is not a function of these arrives through here,
 * so that the decision stays pure.
 */
export interface DecisionContext {
  /** The instant of the decision, UTC. */
  readonly now: string;
  /** The calendar date of `now` in the policy time zone. */
  readonly today: string;
  readonly actor: EventActor;
  /** The id that this command gives to the `index`-th new thing of a kind: the same for the same command, always. */
  readonly newId: (prefix: string, index?: number) => string;
}

/** Accepts a command with the events it leads to. */
export function accepted<Event extends DomainEvent>(...events: readonly Event[]): Decision<Event, never> {
  return { outcome: 'accepted', events, warnings: [] };
}

/** Accepts a command and tells the caller something along the way. */
export function acceptedWithWarnings<Event extends DomainEvent>(
  events: readonly Event[],
  warnings: readonly DecisionWarning[],
): Decision<Event, never> {
  return { outcome: 'accepted', events, warnings };
}

/** Refuses a command. `rest` adds details, `retryable` and the commands allowed instead. */
export function rejected<Code extends string>(
  code: Code,
  message: string,
  rest: Partial<Omit<Rejection, 'code' | 'message'>> = {},
): Rejected<Code> {
  return {
    outcome: 'rejected',
    rejection: { code, message, details: [], retryable: false, allowedCommands: [], ...rest },
  };
}

/**
 * `OCCURRED_IN_FUTURE` for a calendar date after today; `undefined` when it is fine or not given (I-18). For dates that are
 * facts beside `occurredOn`, and where something is stored elsewhere (the person vault) before the events are.
 */
export function refuseFutureDate(
  date: string | undefined,
  today: string,
  path = 'occurredOn',
): Rejected<'OCCURRED_IN_FUTURE'> | undefined {
  if (date === undefined || date <= today) return undefined;
  const message = `${path}: ${date} lies in the future. Give a date up to today, ${today}.`;
  return rejected('OCCURRED_IN_FUTURE', message, { details: [{ code: 'OCCURRED_IN_FUTURE', path, message }] });
}

/**
 * The decision, or `OCCURRED_IN_FUTURE` when one of its events is said to happen after today. `transact` asks it of every
 * decision; whoever writes elsewhere before the events are stored (a reservation) asks it before.
 */
export function refuseFuture<Event extends DomainEvent, Code extends string>(
  decision: Decision<Event, Code>,
  today: string,
): Decision<Event, Code | 'OCCURRED_IN_FUTURE'> {
  if (decision.outcome === 'rejected') return decision;
  const future = decision.events.find(({ occurredOn }) => occurredOn > today);
  return refuseFutureDate(future?.occurredOn, today) ?? decision;
}

/**
 * The rejections any command may get (domain.md 2.7). A context adds its own beside its events; together they are the
 * API's `RejectionCode`.
 */
export const commonRejections = {
  NOT_FOUND: 'The thing the command is about does not exist.',
  FORBIDDEN: 'The actor may not do this: the role or the partnership is not theirs.',
  VALIDATION_FAILED: 'The input breaks a rule of form; `details` names each field, its path and the rule.',
  OCCURRED_IN_FUTURE: 'The date on which it is said to have happened lies after today.',
  CONCURRENCY_CONFLICT: 'Somebody else changed the same thing at the same time, or the expected revision is stale.',
  INVALID_STATE: 'The present state does not accept this command; `allowedCommands` lists those it does.',
} as const;

/** A code of {@link commonRejections}. */
export type CommonRejectionCode = keyof typeof commonRejections;

/** What the next append is to suffer. */
export type AppendFault = 'drop-before-write' | 'drop-after-write' | 'not-ready' | 'never-answer' | 'timeout';

/** What a {@link EventStoreDouble} is told to do wrong. All of it can be changed while it runs. */
export class Misbehaviour {
  /** One entry for each append to come, first to last; afterwards appends succeed again. */
  readonly appends: AppendFault[] = [];
  /** Every call is answered UNAVAILABLE while this is set. */
  unavailable = false;
  /** Every call is answered "Server Is Not Ready" while this is set. */
  notReady = false;
  /** Milliseconds before a call is looked at. */
  delayMs = 0;
  /** Milliseconds before each event of a read or a subscription. */
  eventDelayMs = 0;
  /** Subscriptions say `caughtUp` at once, before any event. */
  caughtUpEarly = false;
  /** Subscriptions begin with the checkpoint 2^64-1 that servers before 24.10.5 could send (KurrentDB#4892). */
  impossibleCheckpoint = false;
  /** Subscriptions confirm and then stay silent for ever. */
  silentSubscriptions = false;
}

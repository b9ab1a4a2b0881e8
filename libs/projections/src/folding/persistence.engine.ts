import { isRetryable } from '#event-sourcing';
import { LeaseLost } from '#document-store';
import { type Delays, messageOf, pause } from '../backoff.engine.js';

/** After so many failed attempts a call is given up, unless the fault says it may pass. */
const MOST_ATTEMPTS = 8;

/** Thrown when the work ends while a call is being repeated: what is not stored yet will be read again. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Repeats the calls of one piece of work. */
export class Persistence {
  /** It waits to repeat a call. */
  retrying: { readonly attempt: number; readonly error: string } | undefined;

  constructor(
    private readonly delays: Delays,
    /** The end of the work, and of the waiting. */
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Repeats a call that fails: for as long as the fault says that it may pass, otherwise a few times. Throws the last fault, and
   * {@link Interrupted} on the signal or when the lease is lost.
   */
  async call<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await call();
        this.retrying = undefined;
        return answer;
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        if (error instanceof LeaseLost) throw new Interrupted(error.message, { cause: error });
        if (attempt >= MOST_ATTEMPTS && !isRetryable(error)) throw error;
        this.retrying = { attempt, error: messageOf(error) };
        await pause(this.delays(attempt), this.signal);
        if (this.signal.aborted) throw new Interrupted('The work has ended.', { cause: error });
      }
    }
  }
}

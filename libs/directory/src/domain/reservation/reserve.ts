import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ReservationEvent } from './events.js';
import type { ReservationState } from './state.js';

/** Reserves a value for one thing. */
export interface Reserve<Code extends string> {
  /** Id of the thing that wants the value, `cmp_…`. */
  readonly holder: string;
  /** The refusal when another open thing has the value: its code, a sentence with the way out, the field it came from. */
  readonly refusal: { readonly code: Code; readonly message: string; readonly path?: string };
  /** Somebody has confirmed that two different things share the value: the first one keeps it, nobody is refused. */
  readonly confirmedDistinct?: boolean;
}

/** What a reservation needs to know of its present holder. */
export interface ReservationFacts {
  /** True while the holder exists, is open and still has the value; `undefined` when it never came to exist. */
  readonly holderIsOpen: boolean | undefined;
}

/**
 * Reserves a value unless another open thing has it (I-02, I-21). A value whose holder never came to exist, was closed or
 * gave the value up is taken over. Ask {@link holdsReservation} of the folded result before going on: a command that is
 * sent again gets its first answer, although the value may have been taken over since.
 */
export function reserve<Code extends string>(
  command: Reserve<Code>,
  state: ReservationState,
  context: DecisionContext,
  facts: ReservationFacts,
): Decision<ReservationEvent, Code> {
  const { holder, refusal, confirmedDistinct = false } = command;
  if (state.holder === holder) return accepted();
  if (state.holder === undefined || facts.holderIsOpen !== true)
    return accepted({ type: 'ReservationMade', occurredOn: context.today, data: { holder } });
  if (confirmedDistinct) return accepted();
  const { code, message, path } = refusal;
  return rejected(code, message, {
    details: [{ code, message: `held by ${state.holder}`, ...(path === undefined ? {} : { path }) }],
  });
}

/** True when the value belongs to this thing now. */
export function holdsReservation(state: ReservationState, holder: string): boolean {
  return state.holder === holder;
}

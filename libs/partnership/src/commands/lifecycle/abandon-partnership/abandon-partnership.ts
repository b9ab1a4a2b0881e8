import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { AbandonReason } from '../../../domain/vocabulary.js';

/** Gives the partnership up before it ever became active (domain.md 2.7, T5). */
export interface AbandonPartnership {
  readonly reasonCode: AbandonReason;
  readonly note: string;
  /** By default today. */
  readonly occurredOn?: CalendarDate;
}

/** Ends a partnership that was never active; one that is live has to be terminated (`INVALID_STATE`). */
export function abandonPartnership(
  command: AbandonPartnership,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? context.today;
  const { reasonCode, note } = command;
  return (
    refuseInState(state, 'AbandonPartnership') ??
    refuseBeforeOpening(state, occurredOn) ??
    accepted({ type: 'PartnershipAbandoned', occurredOn, data: { reasonCode, note } })
  );
}

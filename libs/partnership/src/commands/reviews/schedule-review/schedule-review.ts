import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { ReviewKind } from '../../../domain/events/reviews.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { plannedNear, SAME_PLAN_DAYS } from '../../../domain/state/reviews.js';

/** Plans a review (domain.md 2.7). `occurredOn` is the day of the planning, by default today. */
export interface ScheduleReview {
  readonly occurredOn?: CalendarDate;
  readonly plannedOn: CalendarDate;
  readonly kind: ReviewKind;
  readonly agenda?: string;
}

/** Plans a review unless one of the same kind is planned within 14 days (`REVIEW_ALREADY_SCHEDULED`). */
export function scheduleReview(
  command: ScheduleReview,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { plannedOn, kind, agenda, occurredOn = context.today } = command;
  const refusal = refuseInState(state, 'ScheduleReview') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  if (plannedOn < occurredOn) {
    const message = `plannedOn: ${plannedOn} lies before ${occurredOn}. Give a later date, or use HoldReview.`;
    return rejected('VALIDATION_FAILED', message, {
      details: [{ code: 'PLANNED_IN_PAST', path: 'plannedOn', message }],
    });
  }
  const planned = plannedNear(state.reviews, kind, plannedOn);
  if (planned !== undefined)
    return rejected(
      'REVIEW_ALREADY_SCHEDULED',
      `A review of kind ${kind} is planned for ${planned.plannedOn}. Cancel it first, or plan more than ${String(SAME_PLAN_DAYS)} days away.`,
      { details: [{ code: 'REVIEW_ALREADY_SCHEDULED', path: 'plannedOn', message: planned.reviewId }] },
    );
  return accepted({
    type: 'ReviewScheduled',
    occurredOn,
    data: { reviewId: context.newId('rev'), kind, plannedOn, ...(agenda === undefined ? {} : { agenda }) },
  });
}

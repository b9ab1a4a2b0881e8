import { addDays, type CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { refuseWithoutFourEyes } from '../../../domain/declaration.js';
import { type RequirementFacts, requirementOf, requirementUnknown } from '../../../domain/enrolled-requirement.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Releases a partnership from a requirement for a time (domain.md 2.7). The actor approves what somebody else asked for. */
export interface WaiveRequirement {
  readonly key: string;
  /** Last day of the release. */
  readonly until: CalendarDate;
  readonly reason: string;
  /** The user who asks for it. */
  readonly requestedBy: string;
  /** First day of the release, by default today. */
  readonly occurredOn?: CalendarDate;
}

/** A release lasts at most this many days (domain.md 2.7). */
export const MAX_WAIVER_DAYS = 365;

/** Waives a requirement: `REQUIREMENT_UNKNOWN`, `FOUR_EYES_REQUIRED`; `until` lies at most 365 days ahead. */
export function waiveRequirement(
  command: WaiveRequirement,
  state: PartnershipState,
  context: DecisionContext,
  facts: RequirementFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { key, until, reason, requestedBy, occurredOn = context.today } = command;
  const refusal = refuseInState(state, 'WaiveRequirement') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  if (requirementOf(facts, key) === undefined) return requirementUnknown(facts, key);
  return (
    refuseUntil(until, occurredOn) ??
    refuseWithoutFourEyes(context, requestedBy) ??
    accepted({
      type: 'RequirementWaived',
      occurredOn,
      data: { requirementKey: key, until, approverId: context.actor.userId, reason },
    })
  );
}

function refuseUntil(until: CalendarDate, from: CalendarDate): Rejected<'VALIDATION_FAILED'> | undefined {
  const latest = addDays(from, MAX_WAIVER_DAYS);
  if (from <= until && until <= latest) return undefined;
  const message = `until: ${until} must lie from ${from} to ${latest}; a waiver lasts at most ${String(MAX_WAIVER_DAYS)} days.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'WAIVER_PERIOD', message, path: 'until' }] });
}

import type { CalendarDate } from '#calendar';
import {
  accepted,
  refuseFutureDate,
  type Decision,
  type DecisionContext,
  type Rejected,
  rejected,
} from '#event-sourcing';
import type { ProgrammeVersionFacts } from '#programme/domain';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { RelationshipPlanVersion } from '../../../domain/events/agreement.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Adopts the relationship plan of a partnership (domain.md 2.7, S4), on `occurredOn`, by default today. */
export interface AdoptRelationshipPlan extends Omit<RelationshipPlanVersion, 'planVersion'> {
  readonly occurredOn?: CalendarDate;
}

/** What adopting needs of the programme: `undefined` while the partnership is not enrolled. */
export interface PlanFacts {
  readonly programme: ProgrammeVersionFacts | undefined;
}

/**
 * Adopts the next version of the plan. `PLAN_WITHOUT_EXIT_STRATEGY` when the present tier demands a plan and this one says
 * nothing about an end; before activation there is no tier yet, so the activation guard asks then.
 */
export function adoptRelationshipPlan(
  command: AdoptRelationshipPlan,
  state: PartnershipState,
  context: DecisionContext,
  facts: PlanFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { occurredOn = context.today, ...plan } = command;
  const planVersion = (state.agreement.plans.at(-1)?.version ?? 0) + 1;
  return (
    refuseInState(state, 'AdoptRelationshipPlan') ??
    refuseBeforeOpening(state, occurredOn) ??
    refuseObjectives(command) ??
    refuseFutureDate(command.confirmedByPartnerOn, context.today, 'confirmedByPartnerOn') ??
    refuseWithoutExit(command, state, facts.programme) ??
    accepted({ type: 'RelationshipPlanAdopted', occurredOn, data: { planVersion, ...plan } })
  );
}

function refuseObjectives({ objectives }: AdoptRelationshipPlan): Rejected<'VALIDATION_FAILED'> | undefined {
  const details = objectives
    .map(({ from, to }, index) => ({ from, to, path: `objectives.${String(index)}.to` }))
    .filter(({ from, to }) => to < from)
    .map(({ from, to, path }) => ({
      code: 'ENDS_BEFORE_START',
      path,
      message: `${path}: ${to} lies before the start on ${from}: give a later day.`,
    }));
  if (details.length === 0) return undefined;
  return rejected('VALIDATION_FAILED', 'An objective ends before it starts: see details.', { details });
}

function refuseWithoutExit(
  { exitStrategy }: AdoptRelationshipPlan,
  { lifecycle }: PartnershipState,
  programme: ProgrammeVersionFacts | undefined,
): Rejected<'PLAN_WITHOUT_EXIT_STRATEGY'> | undefined {
  const tier = programme?.version.tiers.find(({ key }) => key === lifecycle.enrolment?.tier);
  if (tier?.planRequired !== true || (exitStrategy !== undefined && exitStrategy.triggers.length > 0)) return undefined;
  const message = `Tier ${tier.key} demands an exit strategy: give exitStrategy with at least one trigger.`;
  return rejected('PLAN_WITHOUT_EXIT_STRATEGY', message, {
    details: [{ code: 'PLAN_WITHOUT_EXIT_STRATEGY', message, path: 'exitStrategy' }],
  });
}

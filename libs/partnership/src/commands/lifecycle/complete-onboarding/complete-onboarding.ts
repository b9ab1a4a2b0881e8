import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { ProgrammeVersionFacts } from '#programme/domain';
import { type ActivationFacts, activationGuard, type GuardResult } from '../../../domain/activation-guard.js';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent, PartnershipEventNamed } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { partnerManagerOn, responsibleContactOn } from '../../../domain/state/people.js';

/** Takes the partnership live in a tier (domain.md 2.7, T4). `activatedOn` is by default today. */
export interface CompleteOnboarding {
  readonly activatedOn?: CalendarDate;
  readonly occurredOn?: CalendarDate;
  readonly tier: string;
}

type Responsible = Pick<
  PartnershipEventNamed<'PartnershipOnboarded'>['data'],
  'responsibleContactOwn' | 'responsibleContactPartner' | 'partnerManagerId' | 'programmeVersion'
>;

/**
 * Activates the partnership if every guard holds on the activation date (G-ACT, I-03): else `ONBOARDING_INCOMPLETE` with
 * every failed one in `details`. `TIER_UNKNOWN` when the programme version has no such tier.
 */
export function completeOnboarding(
  command: CompleteOnboarding,
  state: PartnershipState,
  context: DecisionContext,
  facts: ActivationFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { tier } = command;
  const activatedOn = command.activatedOn ?? command.occurredOn ?? context.today;
  const refusal =
    refuseInState(state, 'CompleteOnboarding') ??
    refuseBeforeOpening(state, activatedOn) ??
    refuseUnknownTier(tier, facts.programme);
  if (refusal !== undefined) return refusal;

  const guardResults = activationGuard(state, facts, activatedOn, tier);
  const responsible = responsibleOn(state, activatedOn);
  if (responsible === undefined || guardResults.some(({ ok }) => !ok)) return incomplete(guardResults, activatedOn);
  return accepted({
    type: 'PartnershipOnboarded',
    occurredOn: activatedOn,
    data: { activatedOn, tier, ...responsible, guardResults },
  });
}

/** Who is responsible, and under which programme version; the guard has said what is missing when this is `undefined`. */
function responsibleOn({ people, lifecycle }: PartnershipState, date: CalendarDate): Responsible | undefined {
  const responsibleContactOwn = responsibleContactOn(people, 'OWN', date);
  const responsibleContactPartner = responsibleContactOn(people, 'PARTNER', date);
  const partnerManagerId = partnerManagerOn(people, date);
  const programmeVersion = lifecycle.enrolment?.programmeVersion;
  if (responsibleContactOwn === undefined || responsibleContactPartner === undefined) return undefined;
  if (partnerManagerId === undefined || programmeVersion === undefined) return undefined;
  return { responsibleContactOwn, responsibleContactPartner, partnerManagerId, programmeVersion };
}

function refuseUnknownTier(
  tier: string,
  programme: ProgrammeVersionFacts | undefined,
): Rejected<'TIER_UNKNOWN'> | undefined {
  if (programme === undefined || programme.version.tiers.some(({ key }) => key === tier)) return undefined;
  const tiers = programme.version.tiers.map(({ key }) => key).join(', ');
  const message = `The programme version has no tier ${tier}: choose one of ${tiers}.`;
  return rejected('TIER_UNKNOWN', message, { details: [{ code: 'TIER_UNKNOWN', message, path: 'tier' }] });
}

function incomplete(results: readonly GuardResult[], activatedOn: CalendarDate): Rejected<'ONBOARDING_INCOMPLETE'> {
  const details = results.filter(({ ok }) => !ok).map(({ code, basis }) => ({ code, message: basis }));
  const message = `The partnership cannot go live on ${activatedOn}: ${String(details.length)} preconditions are missing, each named in details.`;
  return rejected('ONBOARDING_INCOMPLETE', message, { details });
}

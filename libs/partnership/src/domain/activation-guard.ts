import type { CalendarDate } from '#calendar';
import { type ManagerFacts, type Side, sides } from '#directory/domain';
import type { ProgrammeVersion, ProgrammeVersionFacts, Requirement } from '#programme/domain';
import { agreementsInForceOn } from './agreement-in-force.js';
import type { KnownPersons } from './person-of-side.js';
import { partnershipRequirementOn } from './requirement-basis.js';
import type { RequirementStatus } from './requirement-status.js';
import type { PartnershipState } from './state.js';
import { partnerManagerOn, responsibleContactOn } from './state/people.js';

/** One precondition of activation: its code, whether it holds, and what that rests on (ids and dates, never names). */
export interface GuardResult {
  readonly code: string;
  readonly ok: boolean;
  readonly basis: string;
}

/** The chapters of a partnership that the guard looks at. */
export type GuardedState = Pick<PartnershipState, 'lifecycle' | 'people' | 'agreement' | 'requirements'>;

/** What the guard needs of other streams: the assigned contacts, the assigned manager, the enrolled programme version. */
export interface ActivationFacts {
  readonly persons: KnownPersons;
  readonly manager: ManagerFacts | undefined;
  readonly programme: ProgrammeVersionFacts | undefined;
}

/**
 * Every precondition of activation on a day with its result, in the order of domain.md 2.3 (G-ACT). Without a `tier` the
 * lowest one of the programme is asked for. PLAN_MISSING is only there where the tier demands a plan.
 */
export function activationGuard(
  state: GuardedState,
  facts: ActivationFacts,
  date: CalendarDate,
  tier?: string,
): readonly GuardResult[] {
  return [
    ...sides.map((side) => contactResult(state, facts, side, date)),
    sideMismatchResult(state, facts, date),
    managerResult(state, facts.manager, date),
    programmeResult(state, facts.programme),
    ...requirementResults(state, facts.programme, date, tier),
    agreementResult(state, date),
    ...planResult(state, facts.programme, date, tier),
  ];
}

function contactResult(state: GuardedState, facts: ActivationFacts, side: Side, date: CalendarDate): GuardResult {
  const code = `CONTACT_MISSING_${side}`;
  const personId = responsibleContactOn(state.people, side, date);
  if (personId === undefined)
    return { code, ok: false, basis: `No responsible contact of side ${side} on ${date}: use AssignContact.` };
  const person = facts.persons[personId];
  if (person?.erased === true || (person?.leftOn !== undefined && person.leftOn <= date))
    return {
      code,
      ok: false,
      basis: `${personId} is no longer there on ${date}: name a successor with AssignContact.`,
    };
  return { code, ok: true, basis: `${personId} is responsible for side ${side} on ${date}.` };
}

function sideMismatchResult(state: GuardedState, { persons }: ActivationFacts, date: CalendarDate): GuardResult {
  const code = 'CONTACT_SIDE_MISMATCH';
  const named = sides.flatMap((side) => {
    const personId = responsibleContactOn(state.people, side, date);
    return personId === undefined ? [] : [{ side, personId }];
  });
  const [one, other] = named;
  if (one !== undefined && one.personId === other?.personId)
    return {
      code,
      ok: false,
      basis: `${one.personId} is responsible for both sides: two different persons are needed.`,
    };
  const wrong = named.find(({ side, personId }) => {
    const person = persons[personId];
    return person?.side !== side || (side === 'PARTNER' && person.companyId !== state.lifecycle.companyId);
  });
  return wrong === undefined
    ? { code, ok: true, basis: 'Each contact that is named belongs to the company of its side.' }
    : { code, ok: false, basis: `${wrong.personId} does not belong to the company of side ${wrong.side}.` };
}

function managerResult(state: GuardedState, manager: ManagerFacts | undefined, date: CalendarDate): GuardResult {
  const code = 'PARTNER_MANAGER_MISSING';
  const managerId = partnerManagerOn(state.people, date);
  if (managerId === undefined)
    return { code, ok: false, basis: `No partner manager on ${date}: use AssignPartnerManager.` };
  if (manager?.managerId !== managerId || !manager.active)
    return { code, ok: false, basis: `${managerId} is not an active partner manager: use ReassignPartnerManager.` };
  const absence = manager.absences.find(({ from, until }) => from <= date && (until === undefined || date < until));
  if (absence !== undefined && absence.deputyManagerId === undefined)
    return { code, ok: false, basis: `${managerId} is absent since ${absence.from} and has no deputy: name one.` };
  const deputy = absence?.deputyManagerId;
  return {
    code,
    ok: true,
    basis: deputy === undefined ? `${managerId} is assigned.` : `${managerId}, deputy ${deputy}.`,
  };
}

function programmeResult(state: GuardedState, programme: ProgrammeVersionFacts | undefined): GuardResult {
  const code = 'PROGRAMME_NOT_ENROLLED';
  const { enrolment, category } = state.lifecycle;
  if (enrolment === undefined || programme === undefined)
    return { code, ok: false, basis: 'Not enrolled in a published programme version: use BeginOnboarding.' };
  const label = `${enrolment.programmeId} version ${String(enrolment.programmeVersion)}`;
  if (programme.version.category !== category)
    return { code, ok: false, basis: `${label} is for ${programme.version.category}, not for ${category}.` };
  if (programme.retired) return { code, ok: false, basis: `${label} is retired.` };
  return { code, ok: true, basis: `Enrolled in ${label}.` };
}

function requirementResults(
  state: GuardedState,
  programme: ProgrammeVersionFacts | undefined,
  date: CalendarDate,
  tier: string | undefined,
): readonly GuardResult[] {
  if (programme === undefined) return [];
  return programme.version.requirements
    .filter((requirement) => isDueAtActivation(requirement, programme.version, tier))
    .map((requirement) => {
      const status = partnershipRequirementOn(state, requirement, date);
      const ok = status.status === 'MET' || status.status === 'WAIVED';
      return { code: `REQUIREMENT_UNMET:${requirement.key}`, ok, basis: requirementBasisText(status, date) };
    });
}

function isDueAtActivation(requirement: Requirement, version: ProgrammeVersion, tier: string | undefined): boolean {
  if (requirement.appliesAt !== 'ACTIVATION' || !requirement.mandatory) return false;
  const from = version.tiers.find(({ key }) => key === requirement.tierKey);
  return from === undefined || from.rank <= (tierOf(version, tier)?.rank ?? 0);
}

function requirementBasisText(status: RequirementStatus, date: CalendarDate): string {
  switch (status.status) {
    case 'MET':
      return status.until === undefined ? `Met on ${date}.` : `Met on ${date}, valid until ${status.until}.`;
    case 'WAIVED':
      return `Waived until ${status.until}.`;
    case 'GRACE':
      return `Expired, day ${String(status.graceDay)} of grace on ${date}: record new evidence.`;
    case 'UNMET':
      return `Not met on ${date}: use RecordRequirementEvidence or WaiveRequirement.`;
  }
}

function agreementResult(state: GuardedState, date: CalendarDate): GuardResult {
  const code = 'AGREEMENT_NOT_IN_FORCE';
  const [inForce] = agreementsInForceOn(state.agreement, date);
  return inForce === undefined
    ? { code, ok: false, basis: `No agreement is signed and in force on ${date}: use RecordAgreement.` }
    : {
        code,
        ok: true,
        basis: `Agreement signed on ${inForce.term.signedOn}, version ${String(inForce.term.version)}.`,
      };
}

function planResult(
  state: GuardedState,
  programme: ProgrammeVersionFacts | undefined,
  date: CalendarDate,
  tier: string | undefined,
): readonly GuardResult[] {
  if (programme === undefined || tierOf(programme.version, tier)?.planRequired !== true) return [];
  const code = 'PLAN_MISSING';
  const plan = state.agreement.plans.findLast(({ adoptedOn }) => adoptedOn <= date);
  if (plan === undefined)
    return [{ code, ok: false, basis: `No relationship plan adopted by ${date}: use AdoptRelationshipPlan.` }];
  const label = `Plan version ${String(plan.version)} of ${plan.adoptedOn}`;
  return plan.hasExitStrategy
    ? [{ code, ok: true, basis: `${label}.` }]
    : [{ code, ok: false, basis: `${label} has no exit strategy, which the tier demands: adopt one with it.` }];
}

function tierOf(version: ProgrammeVersion, tier: string | undefined): ProgrammeVersion['tiers'][number] | undefined {
  if (tier !== undefined) return version.tiers.find(({ key }) => key === tier);
  return [...version.tiers].sort((one, other) => one.rank - other.rank)[0];
}

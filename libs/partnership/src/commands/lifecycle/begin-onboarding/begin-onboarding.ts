import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { ProgrammeVersionFacts } from '#programme/domain';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { partnerManagerOn } from '../../../domain/state/people.js';

/** Enrols the partnership in a programme version and begins its onboarding (domain.md 2.7, T3). */
export interface BeginOnboarding {
  readonly programmeId: string;
  readonly version: number;
  readonly targetActivationOn: CalendarDate;
  /** By default today. */
  readonly occurredOn?: CalendarDate;
}

/** What enrolling needs of the programme: `undefined` when that version was never published. */
export interface EnrolmentFacts {
  readonly programme: ProgrammeVersionFacts | undefined;
}

/**
 * Begins onboarding: `CATEGORY_MISMATCH`, `PROGRAMME_RETIRED`, `PARTNER_MANAGER_MISSING`. A partnership that was imported
 * while in onboarding is enrolled by the same command, once.
 */
export function beginOnboarding(
  command: BeginOnboarding,
  state: PartnershipState,
  context: DecisionContext,
  facts: EnrolmentFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? context.today;
  const refusal =
    refuseInState(state, 'BeginOnboarding') ??
    refuseSecondEnrolment(state) ??
    refuseBeforeOpening(state, occurredOn) ??
    refuseProgramme(command, state, facts.programme) ??
    refuseWithoutManager(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const { programmeId, version, targetActivationOn } = command;
  return accepted({
    type: 'OnboardingBegun',
    occurredOn,
    data: { programmeId, programmeVersion: version, targetActivationOn },
  });
}

function refuseSecondEnrolment({ lifecycle }: PartnershipState): Rejected<'INVALID_STATE'> | undefined {
  if (lifecycle.status === 'PROSPECTIVE' || lifecycle.enrolment === undefined) return undefined;
  return rejected('INVALID_STATE', 'Onboarding has begun already: go on with CompleteOnboarding.', {
    details: [{ code: 'ONBOARDING', message: 'the present state' }],
    currentState: lifecycle.status ?? 'ONBOARDING',
    allowedCommands: ['CompleteOnboarding', 'AbandonPartnership'],
  });
}

function refuseProgramme(
  { programmeId, version }: BeginOnboarding,
  { lifecycle }: PartnershipState,
  programme: ProgrammeVersionFacts | undefined,
): Rejected<'NOT_FOUND' | 'CATEGORY_MISMATCH' | 'PROGRAMME_RETIRED'> | undefined {
  const label = `Version ${String(version)} of programme ${programmeId}`;
  if (programme === undefined) return rejected('NOT_FOUND', `${label} is not published: choose a published version.`);
  const { category } = programme.version;
  if (category !== lifecycle.category)
    return rejected(
      'CATEGORY_MISMATCH',
      `${label} is for ${category}: choose a programme for ${lifecycle.category}, the category of this partnership.`,
    );
  return programme.retired
    ? rejected('PROGRAMME_RETIRED', `${label} is retired: choose a version that takes new enrolments.`)
    : undefined;
}

function refuseWithoutManager(
  state: PartnershipState,
  occurredOn: CalendarDate,
): Rejected<'PARTNER_MANAGER_MISSING'> | undefined {
  if (partnerManagerOn(state.people, occurredOn) !== undefined) return undefined;
  return rejected(
    'PARTNER_MANAGER_MISSING',
    `The partnership has no partner manager on ${occurredOn}: use AssignPartnerManager first.`,
  );
}

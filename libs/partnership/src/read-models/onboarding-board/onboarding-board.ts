import type { Projection, Recorded } from '#event-sourcing';
import type { GuardedState } from '../../domain/activation-guard.js';
import type { PartnershipEvent } from '../../domain/events.js';
import { evolvePartnership, initialPartnership } from '../../domain/state.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { type GuardedChapters, OnboardingRow } from './onboarding-row.js';

/**
 * "What still blocks activation?" (domain.md 4.1, `onboardingBoard`): one document per partnership from its proposal to
 * its activation. An imported one that was live already stays, because its gaps are to be filled all the same (7.1).
 */
export const onboardingBoard: Projection<OnboardingRow, PartnershipEvent> = {
  name: 'onboarding-board',
  version: 1,
  document: OnboardingRow,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { occurredOn, data: { companyId, category } }, id) => ({
      id,
      companyId,
      category,
      state: 'PROSPECTIVE',
      imported: false,
      openedOn: occurredOn,
      chapters: chaptersOf(initialPartnership),
    }),
    PartnershipImported: (_, { data: { companyId, category, openingState, importedOn } }, id) => ({
      id,
      companyId,
      category,
      state: openingState,
      imported: true,
      openedOn: importedOn,
      ...(openingState === 'ONBOARDING' ? { begunOn: importedOn } : {}),
      chapters: chaptersOf(initialPartnership),
    }),
    OnboardingBegun: (row, { occurredOn, data }) =>
      row && { ...row, ...data, state: 'ONBOARDING', begunOn: row.begunOn ?? occurredOn },
    PartnershipOnboarded: () => undefined,
    PartnershipAbandoned: () => undefined,
    WindDownBegun: () => undefined,
    PartnerManagerAssigned: (row, event) => row && { ...folded(row, event), managerId: event.data.managerId },
    PartnerManagerReassigned: (row, event) => row && { ...folded(row, event), managerId: event.data.managerId },
    ContactAssigned: whatIsThere,
    ContactRelieved: whatIsThere,
    AgreementRecorded: whatIsThere,
    AgreementAmended: whatIsThere,
    AgreementRenewed: whatIsThere,
    RelationshipPlanAdopted: whatIsThere,
    RequirementEvidenceRecorded: whatIsThere,
    RequirementEvidenceRevoked: whatIsThere,
    RequirementWaived: whatIsThere,
  },
};

/** The chapters of the partnership that the activation guard looks at. */
export function guardedStateOf(row: OnboardingRow): GuardedState {
  const { state, companyId, category, openedOn, imported, programmeId, programmeVersion, chapters } = row;
  return {
    lifecycle: {
      status: state,
      companyId,
      category,
      openedOn,
      imported,
      ...(programmeId === undefined || programmeVersion === undefined
        ? {}
        : { enrolment: { programmeId, programmeVersion } }),
    },
    people: chapters.people,
    agreement: {
      agreements: Object.fromEntries(chapters.agreements.map(({ agreementRef, versions }) => [agreementRef, versions])),
      plans: chapters.plans,
    },
    requirements: chapters.requirements,
  };
}

function whatIsThere(row: OnboardingRow | undefined, event: Recorded<PartnershipEvent>): OnboardingRow | undefined {
  return row && folded(row, event);
}

function folded(row: OnboardingRow, event: Recorded<PartnershipEvent>): OnboardingRow {
  return {
    ...row,
    chapters: chaptersOf(evolvePartnership({ ...initialPartnership, ...guardedStateOf(row) }, event)),
  };
}

function chaptersOf({ people, agreement, requirements }: GuardedState): GuardedChapters {
  return {
    people,
    agreements: Object.entries(agreement.agreements).map(([agreementRef, versions]) => ({ agreementRef, versions })),
    plans: agreement.plans,
    requirements,
  };
}

import type { Projection, Recorded } from '#event-sourcing';
import type { PartnershipEvent, PartnershipEventNamed } from '../../domain/events.js';
import { foldPeople, initialPeople, type PeopleState } from '../../domain/state/people.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { nextReviewOn, type ReviewDates, withHeld, withoutPlanned, withPlanned } from './next-review.js';
import { type OpenProposal, Partnership } from './partnership.js';

type Type = PartnershipEvent['type'];
type Change<T extends Type> = (partnership: Partnership, event: PartnershipEventNamed<T>) => Partial<Partnership>;

/** "How is partnership X doing?", "Which partnerships does Y look after?" (domain.md 4.1, `partnershipOverview`). */
export const partnershipOverview: Projection<Partnership, PartnershipEvent> = {
  name: 'partnership-overview',
  version: 2,
  document: Partnership,
  key: (event) => partnershipIdOf(event.stream),
  on: {
    PartnershipProposed: (_, event, id) => ({
      ...opened(event, id),
      state: 'PROSPECTIVE',
      ...event.data,
      imported: false,
    }),
    PartnershipImported: (_, event, id) => {
      const { companyId, category, openingState, lastActivityOn, lastReviewOn, originalStartOn } = event.data;
      return {
        ...opened(event, id),
        companyId,
        category,
        state: openingState,
        imported: true,
        ...given({ lastContactOn: lastActivityOn, lastReviewOn }),
        ...(openingState === 'ONBOARDING' ? {} : given({ activatedOn: originalStartOn })),
      };
    },
    OnboardingBegun: change((_, { data }) => ({ state: 'ONBOARDING', ...data })),
    PartnershipOnboarded: change((_, { data: { activatedOn, tier } }) => ({ state: 'ACTIVE', activatedOn, tier })),
    PartnershipAbandoned: change((_, { occurredOn }) => ({ state: 'ABANDONED', endsOn: occurredOn })),
    PartnerManagerAssigned: change((_, { data: { managerId, from } }) => ({ managerId, managerFrom: from })),
    PartnerManagerReassigned: change((_, { data: { managerId, from } }) => ({ managerId, managerFrom: from })),
    ContactAssigned: change((partnership, event) => contacts(foldPeople.ContactAssigned(people(partnership), event))),
    ContactRelieved: change((partnership, event) => contacts(foldPeople.ContactRelieved(people(partnership), event))),
    AgreementRecorded: change((_, { data }) => ({ agreementEndsOn: data.endsOn ?? null }) as Partial<Partnership>),
    AgreementAmended: change((_, { data }) => ({ agreementEndsOn: data.endsOn ?? null }) as Partial<Partnership>),
    AgreementRenewed: change((_, { data }) => ({ agreementEndsOn: data.endsOn ?? null }) as Partial<Partnership>),
    RelationshipPlanAdopted: revised,
    RequirementEvidenceRecorded: revised,
    RequirementEvidenceRevoked: revised,
    RequirementWaived: revised,
    ReviewScheduled: (partnership, event) =>
      withReviews(partnership, event, withPlanned(partnership?.reviews, event.data.reviewId, event.data.plannedOn)),
    ReviewHeld: (partnership, event) => {
      const { heldOn } = event.data;
      return withReviews(partnership, event, withHeld(partnership?.reviews, event.data), {
        lastReviewOn: later(partnership?.lastReviewOn, heldOn),
        lastContactOn: later(partnership?.lastContactOn, heldOn),
      });
    },
    PartnerScoresSubmitted: revised,
    ReviewCancelled: (partnership, event) =>
      withReviews(partnership, event, withoutPlanned(partnership?.reviews, event.data.reviewId)),
    ActionAgreed: change(({ openActions }) => ({ openActions: openActions + 1 })),
    ActionCompleted: change(({ openActions }) => ({ openActions: openActions - 1 })),
    ActionReplanned: revised,
    ActionCancelled: change(({ openActions }) => ({ openActions: openActions - 1 })),
    CommunicationLogged: change(({ lastContactOn }, { data: { on, scope, substantive } }) =>
      substantive && scope === 'BETWEEN_PARTNERS' ? { lastContactOn: later(lastContactOn, on) } : {},
    ),
    BusinessResultRecorded: revised,
    MutualTerminationProposed: change((_, { data }) => ({ proposal: openProposal(data) })),
    MutualTerminationCounterProposed: change((_, { data }) => ({ proposal: openProposal(data) })),
    MutualTerminationAccepted: withoutProposal,
    MutualTerminationRejected: withoutProposal,
    MutualTerminationProposalWithdrawn: withoutProposal,
    MutualTerminationProposalExpired: withoutProposal,
    WindDownBegun: change((_, { data: { endsOn } }) => ({ state: 'WINDING_DOWN', endsOn })),
    WindDownItemAdded: revised,
    WindDownItemCompleted: revised,
    WindDownItemWaived: revised,
    PartnershipTerminatedByMutualAgreement: change((_, { data: { endedOn } }) => ({
      state: 'TERMINATED',
      endsOn: endedOn,
    })),
  },
};

function opened(
  event: Recorded<PartnershipEvent>,
  id: string,
): Pick<Partnership, 'id' | 'openedOn' | 'openActions' | 'revision'> {
  return { id, openedOn: event.occurredOn, openActions: 0, revision: Number(event.revision) };
}

function revised(partnership: Partnership | undefined, event: Recorded<PartnershipEvent>): Partnership | undefined {
  return partnership && { ...partnership, revision: Number(event.revision) };
}

function change<T extends Type>(what: Change<T>) {
  return (partnership: Partnership | undefined, event: Recorded<PartnershipEventNamed<T>>): Partnership | undefined =>
    partnership === undefined
      ? undefined
      : { ...partnership, revision: Number(event.revision), ...what(partnership, event) };
}

function withoutProposal(
  partnership: Partnership | undefined,
  event: Recorded<PartnershipEvent>,
): Partnership | undefined {
  if (partnership === undefined) return undefined;
  const { proposal: _closed, ...rest } = partnership;
  return revised(rest, event);
}

function openProposal(data: PartnershipEventNamed<'MutualTerminationProposed'>['data']): OpenProposal {
  const { proposalId, proposingSide, acceptBy, terms } = data;
  return { proposalId, proposingSide, acceptBy, endsOn: terms.endsOn };
}

function people({ contacts }: Partnership): PeopleState {
  return { ...initialPeople, ...(contacts === undefined ? {} : { contacts }) };
}

function contacts({ contacts }: PeopleState): Pick<Partnership, 'contacts'> {
  return { contacts };
}

function withReviews(
  partnership: Partnership | undefined,
  event: Recorded<PartnershipEvent>,
  reviews: ReviewDates,
  dates: Pick<Partnership, 'lastReviewOn' | 'lastContactOn'> = {},
): Partnership | undefined {
  if (partnership === undefined) return undefined;
  const next = nextReviewOn(reviews);
  const changes = { ...dates, reviews, revision: Number(event.revision) };
  if (next !== undefined) return { ...partnership, ...changes, nextReviewOn: next };
  const { nextReviewOn: _before, ...rest } = partnership;
  return { ...rest, ...changes };
}

function given<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function later(known: string | undefined, date: string): string {
  return known === undefined || date > known ? date : known;
}

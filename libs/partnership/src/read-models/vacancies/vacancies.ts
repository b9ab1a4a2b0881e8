import { type Side, sides } from '#directory/domain';
import type { Projection, Recorded } from '#event-sourcing';
import type { PartnershipEvent, PartnershipEventNamed } from '../../domain/events.js';
import { foldPeople, initialPeople } from '../../domain/state/people.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { gapsOf } from './gaps.js';
import { Vacancy } from './vacancy.js';

type ContactEvent = PartnershipEventNamed<'ContactAssigned' | 'ContactRelieved'>;

/** "Where is a side without a contact?" (domain.md 4.1, S9): one document per side of an open partnership. */
export const vacancies: Projection<Vacancy, PartnershipEvent> = {
  name: 'vacancies',
  version: 2,
  document: Vacancy,
  key: (event) => {
    const partnershipId = partnershipIdOf(event.stream);
    return isContactEvent(event)
      ? documentId(partnershipId, event.data.side)
      : sides.map((side) => documentId(partnershipId, side));
  },
  on: {
    PartnershipProposed: (_, { stream, occurredOn, data: { companyId, category } }, id) =>
      withIntervals([], {
        ...identity(stream, id),
        companyId,
        category,
        state: 'PROSPECTIVE',
        watchedFrom: occurredOn,
      }),
    PartnershipImported: (_, { stream, data: { companyId, category, openingState, importedOn } }, id) =>
      withIntervals([], {
        ...identity(stream, id),
        companyId,
        category,
        state: openingState,
        watchedFrom: importedOn,
      }),
    OnboardingBegun: (row) => row && { ...row, state: 'ONBOARDING' },
    PartnershipOnboarded: (row) => row && { ...row, state: 'ACTIVE' },
    WindDownBegun: (row) => row && { ...row, state: 'WINDING_DOWN' },
    PartnershipAbandoned: () => undefined,
    PartnershipTerminatedByMutualAgreement: () => undefined,
    PartnerManagerAssigned: (row, { data: { managerId } }) => row && { ...row, managerId },
    PartnerManagerReassigned: (row, { data: { managerId } }) => row && { ...row, managerId },
    ContactAssigned: contactChanged,
    ContactRelieved: contactChanged,
  },
};

function contactChanged(row: Vacancy | undefined, event: Recorded<ContactEvent>): Vacancy | undefined {
  if (row === undefined) return undefined;
  const people = { ...initialPeople, contacts: { ...initialPeople.contacts, [row.side]: row.intervals } };
  const { contacts } =
    event.type === 'ContactAssigned'
      ? foldPeople.ContactAssigned(people, event)
      : foldPeople.ContactRelieved(people, event);
  return withIntervals(contacts[row.side], row);
}

function withIntervals(intervals: Vacancy['intervals'], row: Omit<Vacancy, 'intervals'>): Vacancy {
  const { gap: _, gapBefore: __, ...rest } = row;
  const [gap, gapBefore] = gapsOf(intervals, row.watchedFrom).toReversed();
  return {
    ...rest,
    intervals,
    ...(gap === undefined ? {} : { gap }),
    ...(gapBefore === undefined ? {} : { gapBefore }),
  };
}

function identity(stream: string, id: string): Pick<Vacancy, 'id' | 'partnershipId' | 'side'> {
  const partnershipId = partnershipIdOf(stream);
  return { id, partnershipId, side: id === documentId(partnershipId, 'OWN') ? 'OWN' : 'PARTNER' };
}

function documentId(partnershipId: string, side: Side): string {
  return `${partnershipId}/${side}`;
}

function isContactEvent(event: PartnershipEvent): event is ContactEvent {
  return event.type === 'ContactAssigned' || event.type === 'ContactRelieved';
}

import type { Projection, Recorded } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { consentFields } from './board-consent.js';
import { type BoardItem, pendingItem } from './board-item.js';
import { termsSummary } from './board-proposal.js';
import { TerminationCase } from './termination-case.js';

type Opened = PartnershipEventNamed<'MutualTerminationProposed' | 'MutualTerminationCounterProposed'>;
type Closed = PartnershipEventNamed<
  'MutualTerminationRejected' | 'MutualTerminationProposalWithdrawn' | 'MutualTerminationProposalExpired'
>;
type BoardEvent =
  | Opened
  | Closed
  | PartnershipEventNamed<
      | 'MutualTerminationAccepted'
      | 'WindDownBegun'
      | 'WindDownItemAdded'
      | 'WindDownItemCompleted'
      | 'WindDownItemWaived'
      | 'PartnershipTerminatedByMutualAgreement'
    >;

/** "Whose answer is outstanding, until when?" (domain.md 4.1, `terminationBoard`): one document per partnership. */
export const terminationBoard: Projection<TerminationCase, BoardEvent> = {
  name: 'termination-board',
  version: 1,
  document: TerminationCase,
  key: (event) => partnershipIdOf(event.stream),
  on: {
    MutualTerminationProposed: opened,
    MutualTerminationCounterProposed: opened,
    MutualTerminationAccepted: (entry, { data: { consent, endsOn } }) => {
      if (entry === undefined) return undefined;
      const { proposal: _answered, ...rest } = entry;
      return { ...rest, ...consentFields(consent), state: 'WINDING_DOWN', endsOn };
    },
    MutualTerminationRejected: closed,
    MutualTerminationProposalWithdrawn: closed,
    MutualTerminationProposalExpired: closed,
    WindDownBegun: (entry, { data: { endsOn, items } }, partnershipId) => ({
      ...(entry ?? { partnershipId }),
      state: 'WINDING_DOWN',
      endsOn,
      items: items.map(pendingItem),
    }),
    WindDownItemAdded: (entry, { data }) => entry && { ...entry, items: [...entry.items, pendingItem(data)] },
    WindDownItemCompleted: (entry, { data: { itemId, doneOn } }) =>
      changedItem(entry, itemId, (item) => ({ ...item, status: 'DONE', doneOn })),
    WindDownItemWaived: (entry, { data: { itemId } }) =>
      changedItem(entry, itemId, (item) => ({ ...item, status: 'WAIVED' })),
    PartnershipTerminatedByMutualAgreement: (entry, { data: { endedOn } }) =>
      entry && { ...entry, state: 'TERMINATED', endsOn: endedOn },
  },
};

/** A counter-proposal replaces the offer before it, whose consent was to other terms. */
function opened(
  _entry: TerminationCase | undefined,
  { data }: Recorded<Opened>,
  partnershipId: string,
): TerminationCase {
  const { proposalId, proposingSide, round, acceptBy, binding, terms, termsHash, consent } = data;
  return {
    partnershipId,
    state: 'PROPOSED',
    proposal: { proposalId, proposingSide, round, acceptBy, binding, terms: termsSummary(terms), termsHash },
    ...consentFields(consent),
    items: [],
  };
}

/** Nothing is under way any more: the partnership stays as it was. */
function closed(): undefined {
  return undefined;
}

function changedItem(
  entry: TerminationCase | undefined,
  itemId: string,
  change: (item: BoardItem) => BoardItem,
): TerminationCase | undefined {
  return entry && { ...entry, items: entry.items.map((item) => (item.itemId === itemId ? change(item) : item)) };
}

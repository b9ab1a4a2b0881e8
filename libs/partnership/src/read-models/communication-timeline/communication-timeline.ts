import type { Projection } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { CommunicationEntry } from './communication-entry.js';

/** "When did we last really talk?" (domain.md 4.1, `communicationTimeline`): one document per exchange. */
export const communicationTimeline: Projection<CommunicationEntry, PartnershipEventNamed<'CommunicationLogged'>> = {
  name: 'communication-timeline',
  version: 1,
  document: CommunicationEntry,
  key: ({ data }) => data.communicationId,
  on: {
    CommunicationLogged: (_, { stream, data: { communicationId, summary, participants, fileRef, ...entry } }) => ({
      id: communicationId,
      partnershipId: partnershipIdOf(stream),
      ...entry,
      participants: participants.map((personId) => ({ personId })),
      ...(fileRef === undefined ? {} : { documentId: fileRef.documentId }),
      sealedSummary: summary,
    }),
  },
};

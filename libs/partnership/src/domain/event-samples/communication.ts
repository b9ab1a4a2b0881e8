import type { PartnershipEventNamed } from '../events.js';

/** The two contacts spoke about the pipeline. */
export const communicationLogged: PartnershipEventNamed<'CommunicationLogged'> = {
  type: 'CommunicationLogged',
  occurredOn: '2026-03-10',
  data: {
    communicationId: 'com_1',
    on: '2026-03-10',
    at: '2026-03-10T09:30:00.000Z',
    channel: 'CALL',
    direction: 'TWO_WAY',
    scope: 'BETWEEN_PARTNERS',
    substantive: true,
    topic: 'Pipeline for the second quarter',
    participants: ['prs_own', 'prs_partner'],
    summary: { keyId: 'key_call', ciphertext: 'c2VhbGVkIGNhbGw=' },
    durationMinutes: 25,
  },
};

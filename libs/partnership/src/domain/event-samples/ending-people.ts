import type { PersonFacts } from '#directory/domain';
import type { EventActor } from '#event-sourcing';
import type { FileRef } from '../vocabulary.js';

/** Dr. Carla Winterfeld, head of partnering, who approves what `jana` asks for. */
export const head: EventActor = { userId: 'carla', roles: ['HEAD_OF_PARTNERING'], onBehalfOfSide: 'OWN' };

/** The partner manager, who records. */
export const partnerManager: EventActor = { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' };

/** A representative of the partner's company. */
export const representative: EventActor = { userId: 'voss', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' };

/** Who declares for the own side. */
export const ownDeclarer: PersonFacts = { personId: 'prs_own', side: 'OWN', erased: false };

/** Who declares for the partner's side. */
export const partnerDeclarer: PersonFacts = {
  personId: 'prs_partner',
  side: 'PARTNER',
  companyId: 'cmp_1',
  erased: false,
};

/** The signed letter with which the partner declared. */
export const signedLetter: FileRef = {
  documentId: 'doc_1',
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  bytes: 48_213,
};

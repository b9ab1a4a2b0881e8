/** When the commands of the chapter "termination" are refused (domain.md 2.8). */
export const terminationRejections = {
  PROPOSAL_OPEN: 'An offer to end the partnership is already open; it has to be answered, withdrawn or expire first.',
  TERMS_INCOMPLETE: 'Terms of the offer are missing; `details` names each one.',
  END_BEFORE_TODAY: 'The end of the partnership lies before the day on which a side declares its consent to it (I-16).',
  EVIDENCE_REQUIRED: 'The declaration of a side can only be recorded together with the document it rests on.',
  OWN_PROPOSAL: 'A side cannot answer its own offer; it can withdraw it.',
  TERMS_CHANGED: 'The acceptance names other terms than those of the offer, so it would be a counter-proposal.',
  PROPOSAL_EXPIRED: 'The acceptance came after the last day for an answer, so it counts as a new offer (I-15).',
  PROPOSAL_NOT_OPEN: 'The offer was already accepted, rejected, superseded, withdrawn, or it expired.',
  NOT_PROPOSER: 'Only the side that made the offer can withdraw it; the other side can reject it.',
  BINDING_OFFER: 'The offer is binding: it can only be withdrawn with the recorded agreement of the other side.',
} as const;

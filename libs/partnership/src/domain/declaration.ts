import type { CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '#directory/domain';
import { type DecisionContext, type EventActor, type Rejected, rejected } from '#event-sourcing';
import type { PartnershipState } from './state.js';
import type { FileRef } from './vocabulary.js';

/** The person who declares something for a side, read from the directory; `undefined` when there is none with that id. */
export interface DeclarationFacts {
  readonly declarer: PersonFacts | undefined;
}

/** The side of the partnership that is not this one. */
export function otherSide(side: Side): Side {
  return side === 'OWN' ? 'PARTNER' : 'OWN';
}

/** `FORBIDDEN` when a representative of the partner acts for the own side (domain.md 2.4). */
export function refuseForeignSide(actor: EventActor, side: Side): Rejected<'FORBIDDEN'> | undefined {
  if (side === 'PARTNER' || !isRepresentative(actor)) return undefined;
  return rejected('FORBIDDEN', 'A partner representative acts for side PARTNER only; let the own side do this.');
}

/**
 * The refusal of a person who cannot declare for this side on that day: unknown, of the other side or of another
 * company, erased, or gone by then.
 */
export function refuseDeclarer(
  state: PartnershipState,
  side: Side,
  declarer: PersonFacts | undefined,
  declaredOn: CalendarDate,
): Rejected<'NOT_FOUND' | 'SIDE_MISMATCH' | 'PERSON_ERASED' | 'PERSON_LEFT'> | undefined {
  if (declarer === undefined)
    return rejected(
      'NOT_FOUND',
      'There is no contact person with the id given as declaredBy: register the person first.',
    );
  if (declarer.side !== side || (side === 'PARTNER' && declarer.companyId !== state.lifecycle.companyId))
    return rejected(
      'SIDE_MISMATCH',
      `${declarer.personId} does not belong to side ${side}: name a person of that side.`,
    );
  if (declarer.erased)
    return rejected('PERSON_ERASED', `The data of ${declarer.personId} was erased: name another person.`);
  if (declarer.leftOn !== undefined && declarer.leftOn <= declaredOn)
    return rejected('PERSON_LEFT', `${declarer.personId} left on ${declarer.leftOn}: name another person.`);
  return undefined;
}

/**
 * `EVIDENCE_REQUIRED` when somebody of the own side records a declaration of the partner without a document: a consent
 * (domain.md 2.4), and a rejection or withdrawal, by which the own side could escape its own binding offer.
 */
export function refuseWithoutEvidence(
  actor: EventActor,
  side: Side,
  fileRef: FileRef | undefined,
): Rejected<'EVIDENCE_REQUIRED'> | undefined {
  if (side === 'OWN' || isRepresentative(actor) || fileRef !== undefined) return undefined;
  const message = 'A declaration of the partner that the own side records needs its document: give fileRef.';
  return rejected('EVIDENCE_REQUIRED', message, { details: [{ code: 'FILE_REF_MISSING', message, path: 'fileRef' }] });
}

/** `FOUR_EYES_REQUIRED` unless the actor is a head of partnering and not the one who asked (domain.md 2.4). */
export function refuseWithoutFourEyes(
  { actor }: DecisionContext,
  requestedBy: string | undefined,
): Rejected<'FOUR_EYES_REQUIRED'> | undefined {
  if (requestedBy !== undefined && requestedBy !== actor.userId && actor.roles.includes('HEAD_OF_PARTNERING'))
    return undefined;
  const message =
    'This needs four eyes: requestedBy names the user who asks, and another user with role HEAD_OF_PARTNERING sends it.';
  return rejected('FOUR_EYES_REQUIRED', message);
}

/** True for a user who acts for the partner's company. */
export function isRepresentative(actor: EventActor): boolean {
  return actor.roles.includes('PARTNER_REP');
}

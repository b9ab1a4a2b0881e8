import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { type Rejected, rejected } from '#event-sourcing';
import type { ReviewKind } from '../../../domain/events/reviews.js';
import { isOfSide, type KnownPersons, refuseUnknownPersons } from '../../../domain/person-of-side.js';

/** A person who took part in a review, and the side the person stood for. */
export interface ReviewParticipant {
  readonly side: Side;
  readonly personId: string;
}

/** A review as far as its participants are concerned. */
export interface ReviewParticipation {
  readonly kind: ReviewKind;
  readonly heldOn: CalendarDate;
  readonly participants: readonly ReviewParticipant[];
}

interface PlacedParticipant extends ReviewParticipant {
  /** The input field that names the person. */
  readonly path: string;
}

/** Reviews that may be held without the other side; they are flagged then (I-09). */
const oneSidedKinds: readonly ReviewKind[] = ['EXTRAORDINARY', 'EXIT'];

/** Whether only one side took part. */
export function isOneSided(participants: readonly ReviewParticipant[]): boolean {
  return new Set(participants.map(({ side }) => side)).size === 1;
}

/**
 * The refusal of participants who are not registered (`NOT_FOUND`), leave a side without anybody where the kind of
 * review needs both (`PARTICIPANT_SIDE_MISSING`, I-09), or do not belong to their side (`VALIDATION_FAILED`).
 */
export function refuseParticipants(
  { kind, heldOn, participants }: ReviewParticipation,
  companyId: string,
  persons: KnownPersons,
): Rejected<'NOT_FOUND' | 'PARTICIPANT_SIDE_MISSING' | 'VALIDATION_FAILED'> | undefined {
  const placed = participants.map(({ side, personId }, index) => ({
    side,
    personId,
    path: `participants.${String(index)}.personId`,
  }));
  const unknown = refuseUnknownPersons(persons, placed);
  if (unknown !== undefined) return unknown;
  const belongs = ({ personId, side }: ReviewParticipant): boolean => {
    const person = persons[personId];
    return person !== undefined && isOfSide(person, side, companyId, heldOn);
  };
  const present = placed.filter(belongs).map(({ side }) => side);
  const missing = (['OWN', 'PARTNER'] as const).filter((side) => !present.includes(side));
  return refuseMissingSides(kind, missing) ?? refuseStrangers(placed.filter((participant) => !belongs(participant)));
}

function refuseMissingSides(
  kind: ReviewKind,
  missing: readonly Side[],
): Rejected<'PARTICIPANT_SIDE_MISSING'> | undefined {
  if (missing.length === 0 || (missing.length === 1 && oneSidedKinds.includes(kind))) return undefined;
  const message = `participants: nobody of side ${missing.join(' and ')} took part in a review of kind ${kind}. Name who did, or hold it as EXTRAORDINARY with one side.`;
  return rejected('PARTICIPANT_SIDE_MISSING', message, {
    details: missing.map((side) => ({
      code: `PARTICIPANT_SIDE_MISSING:${side}`,
      path: 'participants',
      message: `nobody of side ${side} took part`,
    })),
  });
}

function refuseStrangers(strangers: readonly PlacedParticipant[]): Rejected<'VALIDATION_FAILED'> | undefined {
  if (strangers.length === 0) return undefined;
  const message =
    'A participant does not belong to the stated side on that day. Correct the side, or leave the person out.';
  return rejected('VALIDATION_FAILED', message, {
    details: strangers.map(({ personId, side, path }) => ({
      code: 'SIDE_MISMATCH',
      path,
      message: `${path}: ${personId} does not stand for side ${side}`,
    })),
  });
}

import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipEventNamed } from './events.js';
import { isOfSide, type KnownPersons, refuseUnknownPersons } from './person-of-side.js';

import type { SealedText } from '#directory/domain';

/** An action to agree, in a review or between reviews. */
export interface NewAction {
  readonly text: SealedText;
  readonly ownerSide: Side;
  readonly ownerPersonId: string;
  readonly dueOn: CalendarDate;
}

/** What {@link refuseNewAction} checks an action against. `path` stands before its fields, as in `actions.0.`. */
export interface NewActionSetting {
  readonly agreedOn: CalendarDate;
  readonly companyId: string;
  readonly persons: KnownPersons;
  readonly path: string;
}

/** The refusal of an action that breaks I-12: due before it is agreed, or owned by nobody of the owner side (`NOT_FOUND` when nobody at all). */
export function refuseNewAction(
  { ownerSide, ownerPersonId, dueOn }: NewAction,
  { agreedOn, companyId, persons, path }: NewActionSetting,
): Rejected<'DUE_IN_PAST' | 'OWNER_SIDE_MISMATCH' | 'NOT_FOUND'> | undefined {
  if (dueOn < agreedOn) return refuseDueInPast(dueOn, agreedOn, `${path}dueOn`);
  const ownerPath = `${path}ownerPersonId`;
  const owner = persons[ownerPersonId];
  if (owner === undefined) return refuseUnknownPersons(persons, [{ personId: ownerPersonId, path: ownerPath }]);
  if (isOfSide(owner, ownerSide, companyId, agreedOn) && !owner.erased) return undefined;
  const message = `${ownerPath}: ${ownerPersonId} is not a present person of side ${ownerSide}. Name one who is.`;
  return rejected('OWNER_SIDE_MISMATCH', message, {
    details: [{ code: 'OWNER_SIDE_MISMATCH', path: ownerPath, message }],
  });
}

/** The refusal of a due date that lies before the day on which it is set. */
export function refuseDueInPast(dueOn: CalendarDate, setOn: CalendarDate, path: string): Rejected<'DUE_IN_PAST'> {
  const message = `${path}: ${dueOn} lies before ${setOn}. Give a date from ${setOn} on.`;
  return rejected('DUE_IN_PAST', message, { details: [{ code: 'DUE_IN_PAST', path, message }] });
}

/** The event of an action that was agreed, in a review if `reviewId` is given. */
export function actionAgreed(
  { text, ownerSide, ownerPersonId, dueOn }: NewAction,
  origin: { readonly actionId: string; readonly agreedOn: CalendarDate; readonly reviewId?: string },
): PartnershipEventNamed<'ActionAgreed'> {
  return {
    type: 'ActionAgreed',
    occurredOn: origin.agreedOn,
    data: { ...origin, text, ownerSide, ownerPersonId, dueOn },
  };
}

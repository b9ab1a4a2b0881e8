import type { CalendarDate } from '#calendar';
import { allOf, type Filter } from '#document-store';
import type { Side } from '#directory/domain';
import type { ActionStatus } from '../../domain/events/actions.js';
import type { AgreedAction } from './agreed-action.js';

/** Which actions are wanted; what is absent does not matter. */
export interface ActionsWanted {
  readonly partnershipId?: string;
  readonly ownerSide?: Side;
  readonly ownerPersonId?: string;
  readonly status?: readonly ActionStatus[];
  /** Only open ones that were due before today. */
  readonly overdueOnly?: boolean;
  /** Only those due on or before a day. */
  readonly dueUntil?: CalendarDate;
}

/** The filter for the wanted actions on a day. */
export function actionsFilter(wanted: ActionsWanted, today: CalendarDate): Filter<AgreedAction> {
  const { partnershipId, ownerSide, ownerPersonId, status, overdueOnly, dueUntil } = wanted;
  return allOf<AgreedAction>(
    partnershipId === undefined ? undefined : { partnershipId },
    ownerSide === undefined ? undefined : { ownerSide },
    ownerPersonId === undefined ? undefined : { ownerPersonId },
    status === undefined ? undefined : { status: { $in: status } },
    overdueOnly === true ? { status: 'OPEN', dueOn: { $lt: today } } : undefined,
    dueUntil === undefined ? undefined : { dueOn: { $lte: dueUntil } },
  );
}

import type { CalendarDate } from '#calendar';
import { allOf, type Filter } from '#document-store';
import { type Actor, isPartnerRep } from '#identity';
import type {
  CommunicationChannel,
  CommunicationDirection,
  CommunicationScope,
} from '../../domain/events/communication.js';
import { visibleTo } from '../../visible-to.js';
import type { CommunicationEntry } from './communication-entry.js';

/** Which exchanges of a partnership are wanted; what is absent does not matter. */
export interface CommunicationWanted {
  readonly channels?: readonly CommunicationChannel[];
  readonly directions?: readonly CommunicationDirection[];
  readonly scope?: CommunicationScope;
  readonly substantive?: boolean;
  /** First and last day, both included. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** The filter for the wanted exchanges of a partnership. */
export function communicationFilter(partnershipId: string, wanted: CommunicationWanted): Filter<CommunicationEntry> {
  const { channels, directions, scope, substantive, from, to } = wanted;
  return allOf<CommunicationEntry>(
    { partnershipId },
    channels === undefined ? undefined : { channel: { $in: channels } },
    directions === undefined ? undefined : { direction: { $in: directions } },
    scope === undefined ? undefined : { scope },
    substantive === undefined ? undefined : { substantive },
    from === undefined ? undefined : { on: { $gte: from } },
    to === undefined ? undefined : { on: { $lte: to } },
  );
}

/**
 * The filter for the exchanges an actor may see: a partner representative those of the own partnerships, and never what
 * was said inside the own company.
 */
export function communicationVisibleTo(actor: Actor): Filter<CommunicationEntry> {
  if (!isPartnerRep(actor)) return {};
  return allOf<CommunicationEntry>(visibleTo(actor, 'partnershipId'), { scope: 'BETWEEN_PARTNERS' });
}

import type { EventNamed, EventOf } from '#event-sourcing';
import { actionsEvents } from './events/actions.js';
import { agreementEvents } from './events/agreement.js';
import { communicationEvents } from './events/communication.js';
import { lifecycleEvents } from './events/lifecycle.js';
import { peopleEvents } from './events/people.js';
import { requirementsEvents } from './events/requirements.js';
import { resultsEvents } from './events/results.js';
import { reviewsEvents } from './events/reviews.js';
import { terminationEvents } from './events/termination.js';
import { windDownEvents } from './events/wind-down.js';

/** Every event of a partnership's stream, chapter by chapter (domain.md 2.11). */
export const partnershipEvents = {
  ...lifecycleEvents,
  ...peopleEvents,
  ...agreementEvents,
  ...requirementsEvents,
  ...reviewsEvents,
  ...actionsEvents,
  ...communicationEvents,
  ...resultsEvents,
  ...terminationEvents,
  ...windDownEvents,
};

/** Any event of a partnership. */
export type PartnershipEvent = EventOf<typeof partnershipEvents>;

/** The partnership event with the given stored name. */
export type PartnershipEventNamed<Type extends PartnershipEvent['type']> = EventNamed<PartnershipEvent, Type>;

import type { CommonRejectionCode } from '#event-sourcing';
import { actionsRejections } from './rejections/actions.js';
import { agreementRejections } from './rejections/agreement.js';
import { communicationRejections } from './rejections/communication.js';
import { lifecycleRejections } from './rejections/lifecycle.js';
import { peopleRejections } from './rejections/people.js';
import { requirementsRejections } from './rejections/requirements.js';
import { resultsRejections } from './rejections/results.js';
import { reviewsRejections } from './rejections/reviews.js';
import { terminationRejections } from './rejections/termination.js';
import { windDownRejections } from './rejections/wind-down.js';

/** Every way a partnership command can be refused, beyond the common ones: code and when it is given. */
export const partnershipRejections = {
  ...lifecycleRejections,
  ...peopleRejections,
  ...agreementRejections,
  ...requirementsRejections,
  ...reviewsRejections,
  ...actionsRejections,
  ...communicationRejections,
  ...resultsRejections,
  ...terminationRejections,
  ...windDownRejections,
} as const;

/** A code a partnership decision may give. */
export type PartnershipRejectionCode = keyof typeof partnershipRejections | CommonRejectionCode;

import { endingProjections } from './ending.providers.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { personalEvidence } from './read-models/personal-evidence/personal-evidence.js';
import { retentionDuties } from './read-models/retention-duties/retention-duties.js';
import { runningProjections } from './running.providers.js';
import { startingProjections } from './starting.providers.js';

/** Every read model of the partnerships. */
export const partnershipProjections = [
  partnershipOverview,
  personalEvidence,
  retentionDuties,
  ...startingProjections,
  ...runningProjections,
  ...endingProjections,
];

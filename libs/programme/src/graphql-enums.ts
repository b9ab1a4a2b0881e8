import { enumType } from '#graphql';
import { partnerCategories, requirementKinds, requirementPhases } from './domain/programme-version.js';

/** GraphQL: the closed list of partner categories. */
export const PartnerCategoryEnum = enumType('PartnerCategory', partnerCategories, 'What kind of partner it is.');

/** GraphQL: how a requirement is evaluated. */
export const RequirementKindEnum = enumType('RequirementKind', requirementKinds, 'How a requirement is evaluated.');

/** GraphQL: when a requirement is due. */
export const RequirementPhaseEnum = enumType(
  'RequirementPhase',
  requirementPhases,
  'When it is due: before activation, all the time, or from a tier on.',
);

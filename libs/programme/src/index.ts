export type { ProgrammeEvent } from './domain/events.js';
export { programmeEvents } from './domain/events.js';
export type {
  PartnerCategory,
  ProgrammeContent,
  ProgrammeVersion,
  ProgrammeVersionFacts,
  Requirement,
  RequirementKind,
  RequirementPhase,
  Tier,
} from './domain/programme-version.js';
export { partnerCategories, requirementKinds } from './domain/programme-version.js';
export { referenceProgrammes } from './domain/reference-programmes.js';
export type { Enrolments } from './enrolments.js';
export { ENROLMENTS } from './enrolments.js';
export { PartnerCategoryEnum } from './graphql-enums.js';
export { ProgrammeModule } from './programme.module.js';
export { ProgrammeFacts } from './programme-facts.adapter.js';
export { programmeProjections } from './projections.js';

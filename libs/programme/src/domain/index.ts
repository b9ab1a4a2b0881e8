export { programmeEventSamples } from './event-samples.js';
export type { ProgrammeEvent, ProgrammeEventNamed } from './events.js';
export { programmeEvents } from './events.js';
export { ongoingRequirements } from './ongoing-requirements.js';
export type {
  PartnerCategory,
  ProgrammeContent,
  ProgrammeVersion,
  ProgrammeVersionFacts,
  Requirement,
  RequirementKind,
  RequirementPhase,
  Tier,
} from './programme-version.js';
export { partnerCategories, requirementKinds, requirementPhases } from './programme-version.js';
export { referenceProgrammes } from './reference-programmes.js';
export type { ProgrammeRejectionCode } from './rejections.js';
export { programmeRejections } from './rejections.js';
export type { Programme, ProgrammeState } from './state.js';
export { evolveProgramme, initialProgramme, programmeVersionFacts } from './state.js';
export { programmeIdOf, programmeStream } from './stream.js';

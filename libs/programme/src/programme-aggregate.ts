import type { Aggregate } from '#command-handling';
import type { ProgrammeEvent } from './domain/events.js';
import { evolveProgramme, initialProgramme, type ProgrammeState } from './domain/state.js';
import { programmeStream } from './domain/stream.js';
import type { PartnerProgramme } from './read-models/partner-programmes/partner-programme.js';
import { partnerProgrammes } from './read-models/partner-programmes/partner-programmes.js';

/** A partner programme as its commands see it (domain.md 2.1). */
export const programmeAggregate: Aggregate<ProgrammeState, PartnerProgramme, ProgrammeEvent> = {
  idPrefix: 'prg',
  stream: programmeStream,
  initial: initialProgramme,
  evolve: evolveProgramme,
  projection: partnerProgrammes,
};

import { partnerProgrammes } from './read-models/partner-programmes/partner-programmes.js';

/** Every read model of the programmes. */
export const programmeProjections = [partnerProgrammes];

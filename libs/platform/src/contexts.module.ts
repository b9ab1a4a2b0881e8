import type { Projection } from '#event-sourcing';
import { DirectoryModule, directoryEvents, directoryProjections } from '#directory';
import { PartnershipModule, partnershipContextEvents, partnershipProjections } from '#partnership';
import { ProgrammeModule, programmeEvents, programmeProjections } from '#programme';

/** The contexts that make up the system. */
export const contexts = [DirectoryModule, ProgrammeModule, PartnershipModule];

/** Every event any context may write or read. */
export const eventDefinitions = { ...directoryEvents, ...programmeEvents, ...partnershipContextEvents };

/** Every read model, whatever its documents. */
export const projections = [...directoryProjections, ...programmeProjections, ...partnershipProjections].map(
  (projection) => projection as unknown as Projection,
);

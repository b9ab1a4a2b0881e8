import { CatalogueModule, eventCounts } from '#analytics';
import type { Projection } from '#event-sourcing';
import { DirectoryModule, directoryEvents, directoryProjections } from '#directory';
import { companyStream, managerStream, personStream, reservationStream } from '#directory/domain';
import {
  importBatchStream,
  PartnershipModule,
  partnershipContextEvents,
  partnershipProjections,
  partnershipStream,
} from '#partnership';
import { ProgrammeModule, programmeEvents, programmeProjections } from '#programme';
import { programmeStream } from '#programme/domain';

/** The contexts that make up the system. */
export const contexts = [DirectoryModule, ProgrammeModule, PartnershipModule, CatalogueModule];

/** Every event any context may write or read. */
export const eventDefinitions = { ...directoryEvents, ...programmeEvents, ...partnershipContextEvents };

/** Every read model, whatever its documents. */
export const projections = [
  ...directoryProjections,
  ...programmeProjections,
  ...partnershipProjections,
  eventCounts,
].map((projection) => projection as unknown as Projection);

/** The prefixes of the names of every stream that any context may write to: other streams of a shared log are not ours. */
export const ownStreams = [
  companyStream,
  managerStream,
  personStream,
  reservationStream,
  programmeStream,
  partnershipStream,
  importBatchStream,
].map((streamOf) => streamOf(''));

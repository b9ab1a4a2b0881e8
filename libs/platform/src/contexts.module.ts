import { accordEvents, AnalyticsModule, analyticsProjections, projectionStream } from '#analytics';
import { DirectoryModule, directoryProjections } from '#directory';
import { companyStream, managerStream, personStream, reservationStream } from '#directory/domain';
import type { Projection } from '#event-sourcing';
import { importBatchStream, PartnershipModule, partnershipProjections, partnershipStream } from '#partnership';
import { ProgrammeModule, programmeProjections } from '#programme';
import { programmeStream } from '#programme/domain';

/** The contexts that make up the system, besides analytics, which has to be told what files it serves. */
export const contexts = [DirectoryModule, ProgrammeModule, PartnershipModule];

/** The modules whose queries are the system's own. */
export const systemModules = [...contexts, AnalyticsModule];

/** Every event any context may write or read. */
export const eventDefinitions = accordEvents;

/** Every read model, whatever its documents. */
export const projections = [
  ...directoryProjections,
  ...programmeProjections,
  ...partnershipProjections,
  ...analyticsProjections,
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
  projectionStream,
].map((streamOf) => streamOf(''));

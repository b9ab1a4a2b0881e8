import { declareRejections } from '#graphql';
import { DropBuildHandler } from './commands/projections/drop-build/drop-build.handler.js';
import { DropBuildResolver } from './commands/projections/drop-build/drop-build.resolver.js';
import { PauseProjectionHandler } from './commands/projections/pause-projection/pause-projection.handler.js';
import { PauseProjectionResolver } from './commands/projections/pause-projection/pause-projection.resolver.js';
import { PromoteBuildHandler } from './commands/projections/promote-build/promote-build.handler.js';
import { PromoteBuildResolver } from './commands/projections/promote-build/promote-build.resolver.js';
import { RebuildProjectionHandler } from './commands/projections/rebuild-projection/rebuild-projection.handler.js';
import { RebuildProjectionResolver } from './commands/projections/rebuild-projection/rebuild-projection.resolver.js';
import { ResumeProjectionHandler } from './commands/projections/resume-projection/resume-projection.handler.js';
import { ResumeProjectionResolver } from './commands/projections/resume-projection/resume-projection.resolver.js';
import { RetryParkedDocumentHandler } from './commands/projections/retry-parked-document/retry-parked-document.handler.js';
import { RetryParkedDocumentResolver } from './commands/projections/retry-parked-document/retry-parked-document.resolver.js';
import { SkipParkedEventHandler } from './commands/projections/skip-parked-event/skip-parked-event.handler.js';
import { SkipParkedEventResolver } from './commands/projections/skip-parked-event/skip-parked-event.resolver.js';
import { TakeProjectionBackHandler } from './commands/projections/take-projection-back/take-projection-back.handler.js';
import { TakeProjectionBackResolver } from './commands/projections/take-projection-back/take-projection-back.resolver.js';
import { projectionRejections } from './domain/rejections.js';
import { ProjectionFactsOfEngine } from './projection-facts.adapter.js';
import { ProjectionAcceptedResolver } from './projection-mutation.resolver.js';
import { ParkedDocumentsHandler } from './read-models/parked-documents/parked-documents.query.js';
import {
  ParkedDocumentsResolver,
  ParkedDocumentTotalCountResolver,
} from './read-models/parked-documents/parked-documents.resolver.js';
import { ProjectionDocumentsHandler } from './read-models/projection-documents/projection-documents.query.js';
import { ProjectionDocumentsResolver } from './read-models/projection-documents/projection-documents.resolver.js';
import { ProjectionPresenter } from './read-models/projection-overview/projection-presenter.query.js';
import { ProjectionsHandler } from './read-models/projection-overview/projections.query.js';
import { ProjectionsResolver } from './read-models/projection-overview/projections.resolver.js';
import { RehearsalHandler } from './read-models/rehearsal/rehearsal.query.js';
import { RehearsalResolver } from './read-models/rehearsal/rehearsal.resolver.js';

declareRejections(projectionRejections);

const commands = [
  ProjectionAcceptedResolver,
  PauseProjectionHandler,
  PauseProjectionResolver,
  ResumeProjectionHandler,
  ResumeProjectionResolver,
  RebuildProjectionHandler,
  RebuildProjectionResolver,
  PromoteBuildHandler,
  PromoteBuildResolver,
  DropBuildHandler,
  DropBuildResolver,
  TakeProjectionBackHandler,
  TakeProjectionBackResolver,
  RetryParkedDocumentHandler,
  RetryParkedDocumentResolver,
  SkipParkedEventHandler,
  SkipParkedEventResolver,
];

const readModels = [
  ProjectionsHandler,
  ProjectionsResolver,
  ProjectionPresenter,
  ParkedDocumentsHandler,
  ParkedDocumentsResolver,
  ParkedDocumentTotalCountResolver,
  RehearsalHandler,
  RehearsalResolver,
  ProjectionDocumentsHandler,
  ProjectionDocumentsResolver,
];

/** How projections are looked after: what can be decided about them, and how they are doing. */
export const projectionControl = [...commands, ...readModels, ProjectionFactsOfEngine];

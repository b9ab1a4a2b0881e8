// What a projection file needs, so that it is its only import.
export { Float, ID, Int } from '@nestjs/graphql';
export type { CalendarDate } from '#calendar';
export { addDays, daysBetween, quarterOf } from '#calendar';
export type { Side } from '#directory';
export { SideEnum } from '#directory';
export { companyIdOf, managerIdOf, personIdOf } from '#directory/domain';
export { CompoundIndex, Indexed } from '#document-store';
export type { EventNamed, Recorded } from '#event-sourcing';
export { enumType, Instant, LocalDate } from '#graphql';
export {
  AbandonReasonEnum,
  ContactReliefReasonEnum,
  PartnershipStatusEnum,
  ResultAttributionEnum,
  ResultKindEnum,
  ReviewKindEnum,
  ReviewOutcomeEnum,
} from '#partnership';
export type {
  AbandonReason,
  ContactReliefReason,
  PartnershipStatus,
  ResultAttribution,
  ResultKind,
  ReviewKind,
  ReviewOutcome,
  ReviewScores,
} from '#partnership/domain';
export { importBatchIdOf, partnershipIdOf } from '#partnership/domain';
export type { PartnerCategory } from '#programme';
export { PartnerCategoryEnum } from '#programme';
export { programmeIdOf } from '#programme/domain';
export type { AccordEvent } from './accord-events.js';
export { accordEvents } from './accord-events.js';
export type { DefinedProjection, ProjectionDefinition } from './define-projection.js';
export { defineProjection } from './define-projection.js';
export type { DocumentFieldOptions } from './document/field.adapter.js';
export { Field } from './document/field.adapter.js';
export type { DocumentTypeOptions } from './document/object-type.adapter.js';
export { ObjectType } from './document/object-type.adapter.js';
// What the process loads.
export { catalogueText, EVENTS_FILE } from './catalogue/catalogue-text.js';
export { LoadedEvents } from './catalogue/loaded-events.adapter.js';
export type { EventExportParts } from './export/event-export.adapter.js';
export { EventExport } from './export/event-export.adapter.js';
export { exportFormats, exportRequest } from './export/export-request.js';
export type { ExportFormat, ExportRequest } from './export/export-request.js';
export { loadOrCreatePseudonymKey, loadPseudonymKey } from './export/pseudonym-key.adapter.js';
export { PseudonymKeyRefused } from './export/pseudonym-key-refused.js';
export { pseudonymsUnder } from './export/pseudonyms.adapter.js';
export type { ProjectionEvent } from './domain/events.js';
export { projectionEvents } from './domain/events.js';
export { projectionOf, projectionStream } from './domain/stream.js';
export { analyticsProjections } from './projections.js';
export { CarriedOutDecisions } from './carried-out-decisions.adapter.js';
// What runs projection files.
export { AnalyticsModule } from './analytics.module.js';
export type { ExplainTarget } from './explain/explain-target.js';
export { explainTargets } from './explain/explain-target.js';
export type { ExplainedEvent } from './explain/explained-event.js';
export { explainedEvent } from './explain/explained-event.js';
export type { LoadedProjectionFile, LoadOptions } from './projection-file/load-projection-file.adapter.js';
export { loadProjectionFile } from './projection-file/load-projection-file.adapter.js';
export type { SystemParts } from './projection-file/load-projection-folder.adapter.js';
export { filesInFolder } from './projection-file/files-in-folder.adapter.js';
export { loadProjectionFolder } from './projection-file/load-projection-folder.adapter.js';
export { packageRoot } from './projection-file/package-root.adapter.js';
export { projectionNameProblem } from './projection-file/projection-problems.js';
export { ProjectionFileInvalid } from './projection-file/projection-file-invalid.js';
export type { ProjectionFolder, RefusedProjectionFile } from './projection-file/projection-folder.js';
export { noProjectionFiles } from './projection-file/projection-folder.js';
export { SourcesMissing } from './projection-file/type-problems.adapter.js';

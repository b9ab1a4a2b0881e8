// What a projection file needs, so that it is its only import.
export { Float, ID, Int, ObjectType } from '@nestjs/graphql';
export { SideEnum } from '#directory';
export { companyIdOf, managerIdOf, personIdOf } from '#directory/domain';
export { CompoundIndex, Indexed } from '#document-store';
export type { EventNamed, Recorded } from '#event-sourcing';
export { enumType, Instant, LocalDate } from '#graphql';
export { importBatchIdOf, partnershipIdOf } from '#partnership/domain';
export { PartnerCategoryEnum } from '#programme';
export { programmeIdOf } from '#programme/domain';
export type { AccordEvent } from './accord-events.js';
export { accordEvents } from './accord-events.js';
export type { DefinedProjection, ProjectionDefinition } from './define-projection.js';
export { defineProjection } from './define-projection.js';
export type { DocumentFieldOptions } from './document/field.adapter.js';
export { Field } from './document/field.adapter.js';
// What runs projection files.
export type { LoadedProjectionFile, LoadOptions } from './projection-file/load-projection-file.adapter.js';
export { loadProjectionFile } from './projection-file/load-projection-file.adapter.js';
export { ProjectionFileInvalid } from './projection-file/projection-file-invalid.js';
export { SourcesMissing } from './projection-file/type-problems.adapter.js';

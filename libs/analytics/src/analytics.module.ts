import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { GroupsHandler } from './groups/groups.query.js';
import type { ProjectionFolder } from './projection-file/projection-folder.js';
import { PROJECTION_FOLDER, ProjectionFilesResolver } from './projection-file/projection-files.resolver.js';
import { projectionControl } from './projection-control.providers.js';
import { DocumentByIdHandler } from './queries/document-by-id.query.js';
import { ExplanationHandler } from './read-models/explanation/explanation.query.js';
import { ExplanationResolver } from './read-models/explanation/explanation.resolver.js';
import { projectionQueries } from './queries/projection-queries.resolver.js';

/** What is there for analysts: the event catalogue, the queries of their projection files, and what became of the files. */
@Module({
  imports: [CatalogueModule],
  providers: [
    GroupsHandler,
    DocumentByIdHandler,
    ExplanationHandler,
    ExplanationResolver,
    ProjectionFilesResolver,
    ...projectionControl,
  ],
})
export class AnalyticsModule {
  static over(folder: ProjectionFolder): DynamicModule {
    return {
      module: AnalyticsModule,
      providers: [
        { provide: PROJECTION_FOLDER, useValue: folder },
        ...folder.loaded.flatMap(({ projection }) => projectionQueries(projection)),
      ],
    };
  }
}

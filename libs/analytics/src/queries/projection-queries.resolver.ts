import type { Type } from '@nestjs/common';
import type { DefinedProjection } from '../define-projection.js';
import { declaresField, typeNameOf } from '../document/document-fields.adapter.js';
import { showInSchema } from '../document/show-in-schema.adapter.js';
import { documentGroups } from '../groups/groups.resolver.js';
import { documentById } from './document-by-id.resolver.js';
import { documentExplanation } from './document-explanation.resolver.js';
import { filterInput } from './filter.input.js';
import { projectionList } from './projection-list.resolver.js';

/**
 * All queries that follow from a projection alone: list, single document, groups, and the field `explain` of its documents unless
 * they have one of that name. The types of its document become part of the schema.
 */
export function projectionQueries(projection: DefinedProjection): readonly Type[] {
  const type = typeNameOf(projection.document);
  showInSchema(projection.document);
  const filter = filterInput(type, projection.document);
  return [
    ...projectionList(type, projection, filter),
    documentById(type, projection),
    documentGroups(type, projection, filter),
    ...(declaresField(projection.document, 'explain') ? [] : [documentExplanation(type, projection)]),
  ];
}

import type { Type } from '@nestjs/common';
import { documentList } from '#graphql';
import { declaresField, documentFields, isComparable } from '../document/document-fields.adapter.js';
import type { DefinedProjection } from '../define-projection.js';
import { queryNames } from './query-names.js';
import { type Conditions, where } from './where.js';

/** The list query of a projection, `lifecycleFunnels`: its resolvers. */
export function projectionList(type: string, projection: DefinedProjection, filter: Type<object>): readonly Type[] {
  return documentList<object, '_id'>({
    query: queryNames(type).list,
    name: type,
    description: `${projection.description ?? `The documents of the projection ${projection.name}.`} Own side only.`,
    projection,
    filter,
    where: (input) => where(input as Conditions),
    sortFields: documentFields(projection.document)
      .filter(isComparable)
      .map(({ name }) => name as '_id'),
    defaultSort: ['_id', 'asc'],
    readers: 'own',
    isKeyed: true,
    ...(declaresField(projection.document, 'parkedSince') ? { saysParked: false } : {}),
  });
}

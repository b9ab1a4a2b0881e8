import type { Type } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { indexesOf } from '#document-store';
import { documentFields } from '../document/document-fields.adapter.js';
import { conditionInput } from './condition.input.js';
import { objectConditionInput } from './object-condition.input.js';

/** The input type `<type>Filter`: a condition for each field of a document that something can be asked of. */
export function filterInput(type: string, document: new () => object): Type<object> {
  @InputType(`${type}Filter`, {
    description:
      'Narrows the list; several conditions hold together. A field without an index is looked at row by row.',
  })
  class DocumentFilter {}
  const indexed = indexesOf(document).flatMap(({ fields: [first] }) => first ?? []);
  for (const field of documentFields(document)) {
    const condition = field.kind === 'OBJECT' ? objectConditionInput(field) : conditionInput(field);
    if (condition === undefined) continue;
    const description = indexDescription(field.name, indexed);
    Field(() => condition, { nullable: true, description })(DocumentFilter.prototype, field.name);
  }
  return DocumentFilter;
}

/** Which conditions on a field, or on the fields of an object in it, an index serves. */
function indexDescription(field: string, indexed: readonly string[]): string {
  if (indexed.includes(field)) return 'Indexed.';
  const members = indexed.flatMap((path) => (path.startsWith(`${field}.`) ? path.slice(field.length + 1) : []));
  return members.length === 0 ? 'Without an index.' : `Indexed by ${[...new Set(members)].join(', ')}.`;
}

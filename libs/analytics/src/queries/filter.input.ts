import type { Type } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { indexesOf } from '#document-store';
import { documentFields } from '../document/document-fields.adapter.js';
import { conditionInput } from './condition.input.js';

/** The input type `<type>Filter`: a condition for each field of a document that something can be asked of. */
export function filterInput(type: string, document: new () => object): Type<object> {
  @InputType(`${type}Filter`, {
    description:
      'Narrows the list; several conditions hold together. A field without an index is looked at row by row.',
  })
  class DocumentFilter {}
  const indexed = new Set(indexesOf(document).map(({ fields: [first] }) => first));
  for (const field of documentFields(document)) {
    const condition = conditionInput(field);
    if (condition === undefined) continue;
    const description = indexed.has(field.name) ? 'Indexed.' : 'Without an index.';
    Field(() => condition, { nullable: true, description })(DocumentFilter.prototype, field.name);
  }
  return DocumentFilter;
}

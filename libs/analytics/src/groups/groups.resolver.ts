import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { enumType, KnownAt, type RequestContext, requireOwnSide, withoutNulls } from '#graphql';
import type { DefinedProjection } from '../define-projection.js';
import { type DocumentField, documentFields, isComparable } from '../document/document-fields.adapter.js';
import { queryNames } from '../queries/query-names.js';
import { type Conditions, where } from '../queries/where.js';
import type { Group } from './group-pipeline.js';
import { GroupsQuery } from './groups.query.js';

const isNumber = ({ kind, isList }: DocumentField): boolean => !isList && (kind === 'INT' || kind === 'FLOAT');
const isBounded = (field: DocumentField): boolean =>
  isNumber(field) || (!field.isList && (field.kind === 'DATE' || field.kind === 'INSTANT'));

/** A list of groups is one answer, not pages: what it costs is what a page of this many rows does. */
const ROWS_RECKONED = 25;

/** The query for groups of a projection's documents, `lifecycleFunnelGroups(by, filter)`: its resolver. */
export function documentGroups(type: string, projection: DefinedProjection, filterInput: Type<object>): Type {
  const fields = documentFields(projection.document);
  const keys = fields.filter(isComparable);
  const numbers = fields.filter(isNumber);
  const bounds = fields.filter(isBounded);
  const GroupType = groupType(type, { keys, numbers, bounds });
  const KeyField = enumType(
    `${type}GroupField`,
    keys.map(({ name }) => name),
    `What documents of ${type} can be grouped by.`,
  );

  @Resolver()
  class GroupsResolver {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @Query(() => [GroupType], {
      name: queryNames(type).groups,
      description: `How many documents of the projection ${projection.name} there are by group. Own side only.`,
      complexity: ({ childComplexity }) => 1 + ROWS_RECKONED * childComplexity,
    })
    groups(
      @Args('by', {
        type: () => [KeyField],
        description: 'The fields whose values make a group; [] counts all together.',
      })
      by: readonly string[],
      @Args('filter', { type: () => filterInput, nullable: true }) filter: object | null | undefined,
      @KnownAt(projection) knownAt: string | null | undefined,
      @Context() { actor }: RequestContext,
    ): Promise<readonly Group[]> {
      requireOwnSide(actor);
      return this.queries.execute(
        new GroupsQuery(
          projection,
          {
            filter: where(withoutNulls(filter ?? {}) as Conditions),
            by: [...new Set(by)],
            numbers: numbers.map(({ name }) => name),
            bounds: bounds.map(({ name }) => name),
          },
          knownAt,
        ),
      );
    }
  }
  Object.defineProperty(GroupsResolver, 'name', { value: `${type}GroupsResolver` });
  return GroupsResolver;
}

interface GroupFields {
  readonly keys: readonly DocumentField[];
  readonly numbers: readonly DocumentField[];
  readonly bounds: readonly DocumentField[];
}

function groupType(type: string, { keys, numbers, bounds }: GroupFields): Type<object> {
  @ObjectType(`${type}Group`, { description: 'Documents with the same values in the fields they are grouped by.' })
  class DocumentGroup {}
  const declare = (name: string, ofType: () => unknown, description: string): void => {
    Field(ofType as never, { description })(DocumentGroup.prototype, name);
  };
  const Keys = valuesType(`${type}GroupKeys`, keys, 'The values that make the group; null where there is none.');
  declare('keys', () => Keys, 'Of the fields that were grouped by.');
  declare('count', () => Int, 'How many documents.');
  if (numbers.length > 0) {
    const sums = numbers.map((field) => ({ ...field, type: Float }));
    const Numbers = valuesType(`${type}Numbers`, sums, 'A number for each field with numbers.');
    declare('sum', () => Numbers, 'All values together; 0 where no document has one.');
    declare('avg', () => Numbers, 'The average of the documents that have a value; null where none has.');
  }
  if (bounds.length > 0) {
    const Bounds = valuesType(`${type}Bounds`, bounds, 'A value for each field with numbers or dates.');
    declare('min', () => Bounds, 'The least value; null where no document has one.');
    declare('max', () => Bounds, 'The greatest value; null where no document has one.');
  }
  return DocumentGroup;
}

function valuesType(name: string, fields: readonly DocumentField[], description: string): Type<object> {
  @ObjectType(name, { description })
  class Values {}
  for (const { name: field, type } of fields) Field((() => type) as never, { nullable: true })(Values.prototype, field);
  return Values;
}

import type { Type } from '@nestjs/common';
import { Field, type GqlTypeReference, InputType } from '@nestjs/graphql';
import { enumNames } from '#graphql';
import type { DocumentField, FieldKind } from '../document/document-fields.adapter.js';
import type { Operator } from './where.js';

const EQUALITY: readonly Operator[] = ['eq', 'in', 'isNull'];
const RANGES: readonly Operator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'];

/** What can be asked of a field by what it holds; nothing of an object, or of a scalar that only the analyst knows. */
const operators: Readonly<Record<FieldKind, readonly Operator[]>> = {
  ID: EQUALITY,
  ENUM: EQUALITY,
  STRING: ['eq', 'in', 'startsWith', 'isNull'],
  BOOLEAN: ['eq', 'isNull'],
  INT: RANGES,
  FLOAT: RANGES,
  DATE: RANGES,
  INSTANT: RANGES,
  OBJECT: [],
  OTHER: [],
  UNUSABLE: [],
};

const descriptions: Readonly<Record<Operator, string>> = {
  eq: 'Exactly this.',
  in: 'One of these.',
  gt: 'After or above this.',
  gte: 'From this on, itself included.',
  lt: 'Before or below this.',
  lte: 'Up to this, itself included.',
  startsWith: 'Begins with this, upper and lower case told apart.',
  has: 'This is one of its elements.',
  isNull: 'true: has no value; false: has one.',
};

const known = new Map<unknown, Map<string, Type<object>>>();

/**
 * The input type of what can be asked of a field: `IntCondition`, `StringListCondition`, `StageCondition` for an enum
 * `Stage`. Fields that hold the same share it. `undefined` for a field that nothing can be asked of.
 */
export function conditionInput({ kind, type, isList }: DocumentField): Type<object> | undefined {
  const offered: readonly Operator[] = isList && operators[kind].length > 0 ? ['has'] : operators[kind];
  if (offered.length === 0) return undefined;
  const [ofValue, ofList] = conditionNames(typeNames[kind] ?? enumNames.get(type) ?? '');
  const name = isList ? ofList : ofValue;
  const ofType = known.get(type) ?? new Map<string, Type<object>>();
  const input = ofType.get(name) ?? declareInput(name, type, offered);
  known.set(type, ofType.set(name, input));
  return input;
}

/** The names of the input types for a field that holds a type, and for one that holds a list of it. */
export function conditionNames(type: string): readonly [ofValue: string, ofList: string] {
  return [`${type}Condition`, `${type}ListCondition`];
}

/** The names of the input types that any projection may bring along. */
export function sharedConditionNames(): readonly string[] {
  return Object.values(typeNames).flatMap(conditionNames);
}

const typeNames: Readonly<Partial<Record<FieldKind, string>>> = {
  ID: 'ID',
  STRING: 'String',
  BOOLEAN: 'Boolean',
  INT: 'Int',
  FLOAT: 'Float',
  DATE: 'LocalDate',
  INSTANT: 'Instant',
};

function declareInput(name: string, type: GqlTypeReference, offered: readonly Operator[]): Type<object> {
  @InputType(name, { description: 'What a field is asked for; several conditions hold together.' })
  class Condition {}
  for (const operator of offered) {
    const typeOf = { in: () => [type], isNull: () => Boolean }[operator as string] ?? (() => type);
    Field(typeOf as never, { nullable: true, description: descriptions[operator] })(Condition.prototype, operator);
  }
  return Condition;
}

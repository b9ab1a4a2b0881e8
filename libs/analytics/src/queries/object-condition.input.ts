import type { Type } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { type DocumentField, documentFields, typeNameOf } from '../document/document-fields.adapter.js';
import { conditionInput, conditionNames } from './condition.input.js';

const ofValues = new Map<unknown, Type<object>>();
const ofLists = new Map<unknown, Type<object>>();

/**
 * The input type of what can be asked of the fields of an object, one level deep: `ScoresCondition` for a class `Scores`, and
 * `ScoresListCondition` for a list of these. Fields of one class share it. `undefined` for an object of which nothing can be asked.
 */
export function objectConditionInput({ type, isList }: DocumentField): Type<object> | undefined {
  const known = isList ? ofLists : ofValues;
  const input = known.get(type) ?? declareInput(type as new () => object, isList);
  if (input !== undefined) known.set(type, input);
  return input;
}

function declareInput(type: new () => object, isList: boolean): Type<object> | undefined {
  const members = documentFields(type).flatMap((member) => {
    // The stores promise nothing of lists inside lists.
    if (isList && member.isList) return [];
    const condition = conditionInput(isList ? { ...member, isList } : member);
    return condition === undefined ? [] : [{ name: member.name, condition }];
  });
  if (members.length === 0) return undefined;
  const [ofValue, ofList] = conditionNames(typeNameOf(type));

  @InputType(isList ? ofList : ofValue, {
    description: isList
      ? 'What the objects of a list are asked for; several conditions may hold of different ones.'
      : 'What the fields of an object are asked for; several conditions hold together.',
  })
  class ObjectCondition {}
  for (const { name, condition } of members)
    Field(() => condition, { nullable: true })(ObjectCondition.prototype, name);
  return ObjectCondition;
}

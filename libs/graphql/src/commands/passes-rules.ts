import { applyDecorators, type Type } from '@nestjs/common';
import { Type as InstanceType } from 'class-transformer';
import { getMetadataStorage, type MetadataStorage, ValidationTypes } from 'class-validator';

type Rule = ReturnType<MetadataStorage['getTargetValidationMetadatas']>[number];
type Check = (value: unknown, input: object) => boolean;

const NESTED_TYPE = Symbol('nested input type');
const checked = new WeakMap<object, InputCheck>();

/** The rules of an input class, in the form in which they are gone through fastest. */
interface InputCheck {
  readonly names: ReadonlySet<string>;
  readonly fields: readonly { readonly name: string; readonly passes: Check }[];
}

/** Tells which input type a field holds, alone or in a list: for this check and for class-transformer. */
export function NestedType(type: () => Type): PropertyDecorator {
  return applyDecorators(InstanceType(type), (target: object, property: string | symbol) => {
    Reflect.defineMetadata(NESTED_TYPE, type, target, property);
  });
}

/**
 * True when a plain input keeps every rule that class-validator knows of its class and has no other fields. False when it
 * breaks one, and for what only class-validator itself can judge: ask it then, it also says what is wrong. It takes ten
 * times as long, because it looks for the rules at each check and prepares an error for each field (ADR 25).
 */
export function passesRules(type: Type, input: object): boolean {
  let checks = checked.get(type);
  if (checks === undefined) checked.set(type, (checks = checksOf(type)));
  for (const name of Object.keys(input)) if (!checks.names.has(name)) return false;
  for (const { name, passes } of checks.fields)
    if (!passes((input as Record<string, unknown>)[name], input)) return false;
  return true;
}

function checksOf(type: Type): InputCheck {
  const storage = getMetadataStorage();
  const rules = storage.groupByPropertyName(storage.getTargetValidationMetadatas(type, '', false, false));
  const fields = Object.entries(rules).map(([name, list]) => ({ name, passes: fieldCheck(type, name, list) }));
  return { names: new Set(Object.keys(rules)), fields };
}

/** All rules of a field; a condition that does not hold, such as that of an optional field, lifts the others. */
function fieldCheck(type: Type, name: string, rules: readonly Rule[]): Check {
  const conditions = rules
    .filter(isCondition)
    .map(({ constraints }) => constraints[0] as (...of: unknown[]) => boolean);
  const checks = rules.filter((rule) => !isCondition(rule)).map((rule) => checkOf(type, name, rule));
  return (value, input) => {
    for (const holds of conditions) if (!holds(input, value)) return true;
    for (const check of checks) if (!check(value, input)) return false;
    return true;
  };
}

function isCondition({ type }: Rule): boolean {
  return type === ValidationTypes.CONDITIONAL_VALIDATION;
}

function checkOf(type: Type, name: string, rule: Rule): Check {
  if (rule.type === ValidationTypes.CUSTOM_VALIDATION) return each(rule.each, constraintCheck(type, rule));
  const nested = Reflect.getMetadata(NESTED_TYPE, type.prototype as object, name) as (() => Type) | undefined;
  if (rule.type !== ValidationTypes.NESTED_VALIDATION || nested === undefined) return () => false;
  return each(true, (value) => typeof value === 'object' && value !== null && passesRules(nested(), value));
}

function each(inLists: boolean, check: Check): Check {
  if (!inLists) return check;
  return (value, input) =>
    Array.isArray(value) ? value.every((element) => check(element, input)) : check(value, input);
}

function constraintCheck(type: Type, { constraintCls, constraints, propertyName }: Rule): Check {
  const instances = getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => instance);
  const targetName = type.name;
  return (value, object) => {
    const asked = { targetName, property: propertyName, object, value, constraints };
    // A promise is not true: what takes time to judge is left to class-validator.
    for (const instance of instances) if (instance.validate(value, asked) !== true) return false;
    return true;
  };
}

import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { Field, Float, ID, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Instant, LocalDate } from '../scalars.js';
import { NestedType } from './passes-rules.js';
import {
  IsFreeText,
  IsId,
  IsInstant,
  IsLine,
  IsLocalDate,
  NamesNoContactData,
  NamesNoMailAddress,
} from './validation-rules.js';

/** What holds for every input field: may it be left out, and what does the schema say about it. */
export interface FieldRules {
  readonly optional?: true;
  readonly description?: string;
}

const MAX_LIST = 200;
const nested = ValidateNested({ each: true });

// Each decorator declares the GraphQL field and its validation together, so that they cannot drift apart.

/** An id with a prefix, `prs_…`. */
export function IdField(prefix: string, rules: FieldRules = {}): PropertyDecorator {
  return field(() => ID, rules, IsId(prefix));
}

/** A list of ids with a prefix. */
export function IdListField(prefix: string, rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => [ID], rules, IsArray(), ArrayMaxSize(rules.max ?? MAX_LIST), IsId(prefix, { each: true }));
}

/** A calendar date. */
export function DateField(rules: FieldRules = {}): PropertyDecorator {
  return field(() => LocalDate, rules, IsLocalDate());
}

/** A moment in UTC. */
export function InstantField(rules: FieldRules = {}): PropertyDecorator {
  return field(() => Instant, rules, IsInstant());
}

/** One of the values of an enum declared with `enumType`. */
export function EnumField(values: object, rules: FieldRules = {}): PropertyDecorator {
  return field(() => values, rules, IsEnum(values));
}

/** Some of the values of an enum declared with `enumType`. */
export function EnumListField(values: object, rules: FieldRules = {}): PropertyDecorator {
  return field(() => [values as never], rules, IsArray(), ArrayMaxSize(MAX_LIST), IsEnum(values, { each: true }));
}

/** A line of text that stays in the history: 1 to `max` characters, 200 unless given; no mail addresses, no phone numbers. */
export function LineField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => String, rules, IsLine(rules.max), NamesNoContactData());
}

/** A list of lines, each under the rules of {@link LineField}. */
export function LineListField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  const each = { each: true };
  return field(
    () => [String],
    rules,
    IsArray(),
    ArrayMaxSize(MAX_LIST),
    IsLine(rules.max, each),
    NamesNoContactData(each),
  );
}

/** What other books call something, an id, a number or a registered name: a line that may look like a phone number. */
export function ReferenceField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => String, rules, IsLine(rules.max), NamesNoMailAddress());
}

/** A line about a person that no event holds, or a user id as the identity provider gives it: it may be a mail address. */
export function PersonalLineField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => String, rules, IsLine(rules.max));
}

/** A text with a form of its own, checked by `rule` (a class-validator decorator). */
export function TextField(rule: PropertyDecorator, rules: FieldRules = {}): PropertyDecorator {
  return field(() => String, rules, rule);
}

/**
 * Free text that stays in the history: 1 to `max` characters, 4,000 unless given; no mail addresses, no phone numbers,
 * people as `{{person:prs_…}}` (domain.md 2.10).
 */
export function FreeTextField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => String, rules, IsFreeText(rules.max));
}

/** A list of free texts, each under the rules of {@link FreeTextField}. */
export function FreeTextListField(rules: FieldRules & { readonly max?: number } = {}): PropertyDecorator {
  return field(() => [String], rules, IsArray(), ArrayMaxSize(MAX_LIST), IsFreeText(rules.max, { each: true }));
}

/** A whole number from `min` to `max`. */
export function IntField(rules: FieldRules & { readonly min: number; readonly max?: number }): PropertyDecorator {
  return field(() => Int, rules, IsInt(), Min(rules.min), Max(rules.max ?? 2_147_483_647));
}

/** A number that need not be whole. */
export function NumberField(rules: FieldRules = {}): PropertyDecorator {
  return field(() => Float, rules, IsNumber({ allowInfinity: false, allowNaN: false }));
}

/** Yes or no. */
export function BooleanField(rules: FieldRules = {}): PropertyDecorator {
  return field(() => Boolean, rules, IsBoolean());
}

/** An input type inside. */
export function ObjectField(type: () => ClassOf, rules: FieldRules = {}): PropertyDecorator {
  return field(type, rules, ValidateNested(), NestedType(type));
}

/** A list of input types, at most `max`, 200 unless given. */
export function ObjectListField(
  type: () => ClassOf,
  rules: FieldRules & { readonly max?: number } = {},
): PropertyDecorator {
  return field(() => [type()], rules, IsArray(), ArrayMaxSize(rules.max ?? MAX_LIST), nested, NestedType(type));
}

function field(type: () => unknown, rules: FieldRules, ...checks: readonly PropertyDecorator[]): PropertyDecorator {
  const { optional = false, description } = rules;
  return applyDecorators(
    Field(type as never, { nullable: optional, ...(description === undefined ? {} : { description }) }),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );
}

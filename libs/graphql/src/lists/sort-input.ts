import type { Type } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { enumType } from '../enum-type.js';

const SortDirectionEnum = enumType('SortDirection', ['asc', 'desc'] as const, 'Ascending or descending.');

/** The order a client asks a list for. */
export interface SortInput<Name extends string> {
  readonly by: Name;
  readonly direction: 'asc' | 'desc';
}

/** Declares `<name>Sort`: a list of this name can be sorted by one of these fields. */
export function sortInput<Name extends string>(name: string, fields: readonly Name[]): Type<SortInput<Name>> {
  const FieldEnum = enumType(`${name}SortField`, fields, `What ${name} lists can be sorted by.`);

  @InputType(`${name}Sort`, { description: 'The order of the list. Rows without the value come first ascending.' })
  class Sort implements SortInput<Name> {
    @Field(() => FieldEnum)
    readonly by!: Name;

    @Field(() => SortDirectionEnum, { defaultValue: 'asc' })
    readonly direction!: 'asc' | 'desc';
  }
  return Sort;
}

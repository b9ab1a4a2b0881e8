import { ArgsType, Field, Int } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Keyset } from '#document-store';
import { decodeCursor } from './cursor.js';

/** The most rows one page may have. */
export const MAX_PAGE = 100;
/** The rows of a page that asks for no number. */
export const DEFAULT_PAGE = 25;

/** Relay's paging arguments: forwards with `first` and `after`, backwards with `last` and `before`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `Rows from the front, at most ${String(MAX_PAGE)}.` })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows behind this cursor.' })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: `Rows from the back, at most ${String(MAX_PAGE)}.` })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  readonly before?: string | null;
}

/** A page as the document store is asked for it. */
export interface PageRequest {
  readonly limit: number;
  readonly direction: 'forwards' | 'backwards';
  readonly after?: Keyset;
  readonly before?: Keyset;
}

/** The page that the arguments ask for. Throws `BAD_USER_INPUT` naming the argument and the rule. */
export function pageRequest({ first, after, last, before }: PageArgs, sortFields: number): PageRequest {
  if (typeof first === 'number' && typeof last === 'number')
    throw badArgument('last', 'Page either forwards with first, or backwards with last, not both.');
  const backwards = typeof last === 'number';
  return {
    limit: backwards ? pageSize('last', last) : pageSize('first', first),
    direction: backwards ? 'backwards' : 'forwards',
    ...(typeof after === 'string' ? { after: keyset('after', after, sortFields) } : {}),
    ...(typeof before === 'string' ? { before: keyset('before', before, sortFields) } : {}),
  };
}

/** An argument that breaks a rule: `BAD_USER_INPUT` with the argument's name. */
export function badArgument(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** The rows that an argument asks for. Throws `BAD_USER_INPUT` for too few or too many; `onWith` leads to the others. */
export function pageSize(argument: string, size: number | null | undefined, onWith = 'a cursor'): number {
  const limit = size ?? DEFAULT_PAGE;
  if (limit >= 1 && limit <= MAX_PAGE) return limit;
  throw badArgument(argument, `${argument} must be between 1 and ${String(MAX_PAGE)}. Page on with ${onWith}.`);
}

function keyset(argument: string, cursor: string, sortFields: number): Keyset {
  const decoded = decodeCursor(cursor, sortFields);
  if (decoded === undefined)
    throw badArgument(argument, `${argument} must be a cursor that this list, with this sorting, handed out.`);
  return decoded;
}

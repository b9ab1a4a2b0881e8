import type { Type } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import type { Waiting } from '#projections';
import { Instant } from '../scalars.js';

const declared = new WeakSet<Type>();

/** Gives the GraphQL type of a read model's documents the field `parkedSince`. */
export function declareParkedSince(document: Type<object>): void {
  if (declared.has(document)) return;
  declared.add(document);
  Field(() => Instant, {
    nullable: true,
    description:
      'Since when it waits because an event could not be folded into it: it is shown as of the event before. Null: it does not wait.',
  })(document.prototype as object, 'parkedSince');
}

/**
 * Documents that say since when they wait, those that do: `waiting` is `undefined` where nothing waits, and nobody is asked. A
 * document's own `parkedSince` stays.
 */
export async function withParkedSince<Document extends object>(
  documents: readonly Document[],
  ids: readonly string[],
  waiting: Waiting | undefined,
): Promise<readonly Document[]> {
  if (waiting === undefined || ids.length === 0) return documents;
  const since = await waiting(ids);
  if (since.size === 0) return documents;
  return documents.map((document, index) => {
    const parkedSince = since.get(ids[index] ?? '');
    return parkedSince === undefined ? document : { parkedSince, ...document };
  });
}

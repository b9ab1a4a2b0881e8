import { Field, ObjectType } from '@nestjs/graphql';
import { declaredFields } from './field.adapter.js';
import { declaredType } from './object-type.adapter.js';
import { typesIn } from './types-in.adapter.js';

const shown = new WeakSet<object>();

/**
 * Brings the classes that a document is made of into the GraphQL schema, of a file that is used: Nest takes whatever is
 * declared, and two classes of one name would keep the server from starting even if the file of one is left out.
 */
export function showInSchema(document: new () => object): void {
  for (const { thing } of typesIn(document)) if (typeof thing === 'function') show(thing as new () => object);
}

function show(type: new () => object): void {
  const options = declaredType(type);
  if (options === undefined || shown.has(type)) return;
  shown.add(type);
  for (const { name, type: ofType, ...said } of declaredFields(type))
    Field(ofType as never, said as never)(type.prototype as object, name);
  ObjectType(type.name, { ...options })(type);
}

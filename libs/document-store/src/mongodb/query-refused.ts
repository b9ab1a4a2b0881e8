/**
 * A query asks for something outside the port's language (filter.ts), perhaps because a client's input got into it
 * unchecked. It never reaches MongoDB.
 */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}

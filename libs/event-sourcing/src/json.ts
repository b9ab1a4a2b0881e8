/** What JSON can carry. Events and documents are made of nothing else: no `Date`, no `undefined`, no `bigint`. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

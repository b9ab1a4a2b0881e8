const KEY = Symbol('document key');

/** A copy of a document that carries its id, for fields that look into how it came about. */
export function withDocumentKey<Document extends object>(document: Document, key: string): Document {
  return { ...document, [KEY]: key };
}

/** The id that a document carries; `undefined` unless it came from {@link withDocumentKey}. */
export function documentKeyOf(document: object): string | undefined {
  return (document as { readonly [KEY]?: string })[KEY];
}

const CATEGORY = 'contactPerson-';

/** The stream that holds a contact person's data-protection history (domain.md 2.1). */
export function personStream(personId: string): string {
  return `${CATEGORY}${personId}`;
}

/** The id of the person whose stream this is. */
export function personIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

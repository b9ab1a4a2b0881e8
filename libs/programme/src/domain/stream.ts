const CATEGORY = 'programme-';

/** The stream that holds a programme's whole history (domain.md 2.1). */
export function programmeStream(programmeId: string): string {
  return `${CATEGORY}${programmeId}`;
}

/** The id of the programme whose stream this is. */
export function programmeIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

const CATEGORY = 'projection-';

/** The stream that holds every decision about the running of one projection. */
export function projectionStream(name: string): string {
  return `${CATEGORY}${name}`;
}

/** The name of the projection whose stream this is. */
export function projectionOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

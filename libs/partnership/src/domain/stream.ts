const CATEGORY = 'partnership-';

/** The stream that holds a partnership's whole history (domain.md 2.1). */
export function partnershipStream(partnershipId: string): string {
  return `${CATEGORY}${partnershipId}`;
}

/** The id of the partnership whose stream this is. */
export function partnershipIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

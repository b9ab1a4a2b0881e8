const CATEGORY = 'partnerManager-';

/** The stream that holds a partner manager's whole history (domain.md 2.1). */
export function managerStream(managerId: string): string {
  return `${CATEGORY}${managerId}`;
}

/** The id of the manager whose stream this is. */
export function managerIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

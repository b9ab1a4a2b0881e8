const CATEGORY = 'partnerCompany-';

/** The stream that holds a partner company's whole history (domain.md 2.1). */
export function companyStream(companyId: string): string {
  return `${CATEGORY}${companyId}`;
}

/** The id of the company whose stream this is. */
export function companyIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}

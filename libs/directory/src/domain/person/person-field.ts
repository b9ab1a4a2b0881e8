/** What the person vault holds about a contact person (domain.md 2.10); events name these fields, never their values. */
export const personFields = ['name', 'title', 'email', 'phone'] as const;
export type PersonField = (typeof personFields)[number];

/** Name and function stay restricted while a retention duty runs (Art. 17 III, Art. 18 GDPR; domain.md 2.10). */
export const fieldsUnderRetention: readonly PersonField[] = ['name', 'title'];

/** The fields in the order of the vault, each once. */
export function inVaultOrder(fields: readonly PersonField[]): readonly PersonField[] {
  return personFields.filter((field) => fields.includes(field));
}

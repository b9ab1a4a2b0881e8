import { type Rejected, rejected } from '#event-sourcing';

/** `PERSON_DUPLICATE` when the vault knows somebody else with the mail address in the same company. */
export function refuseDuplicate(duplicateOf: string | undefined): Rejected<'PERSON_DUPLICATE'> | undefined {
  if (duplicateOf === undefined) return undefined;
  const message = `email: ${duplicateOf} of the same company has this mail address. Use that person.`;
  return rejected('PERSON_DUPLICATE', message, { details: [{ code: 'PERSON_DUPLICATE', path: 'email', message }] });
}

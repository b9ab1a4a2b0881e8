/** An appointed partner manager as the API lists them. */
export interface KnownManager {
  readonly id: string;
  readonly userId: string;
}

/**
 * The manager behind a mail address (domain.md 7.2, "manager by mail"): the log knows users, not addresses, so a manager
 * is who has the address, or the part before the `@`, as user id.
 */
export function managerByMail(managers: readonly KnownManager[], email: string): KnownManager | undefined {
  const wanted = email.toLowerCase();
  const local = wanted.slice(0, wanted.indexOf('@'));
  const of = (userId: string): KnownManager | undefined => managers.find((one) => one.userId.toLowerCase() === userId);
  return of(wanted) ?? of(local);
}

/** The addresses among these that belong to an appointed manager. */
export function knownAddresses(managers: readonly KnownManager[], emails: readonly string[]): readonly string[] {
  return [...new Set(emails)].filter((email) => managerByMail(managers, email) !== undefined);
}

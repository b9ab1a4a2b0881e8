/** The roles of domain.md 2.4, each with what it may do. */
export const roleMeanings = {
  PARTNER_MANAGER: 'Looks after the partnerships of the own portfolio.',
  HEAD_OF_PARTNERING: 'Sees and does everything; approves waivers, tier changes and terminations.',
  EXECUTIVE: 'Decides escalations of level 3 and gives consents.',
  COMPLIANCE: 'Voids entries, erases personal data, exports evidence.',
  AUDITOR: 'Reads and replays everything, changes nothing.',
  ANALYST: 'Reads everything pseudonymised, builds projections and decides how they run.',
  PARTNER_REP: 'Represents the other company: sees and touches only the own partnerships.',
  SYSTEM: 'The scheduler, process managers and imports.',
} as const;

/** A role of domain.md 2.4. */
export type Role = keyof typeof roleMeanings;

/** Every role, in the order of domain.md 2.4. */
export const roles = Object.keys(roleMeanings) as readonly Role[];

/** The roles of the own company's people who change things; PARTNER_REP and the readers are not among them. */
export const ownStaff = ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'] as const satisfies readonly Role[];

/** True for the name of a role. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(roleMeanings, value);
}

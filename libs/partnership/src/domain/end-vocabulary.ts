/** On which ground a partnership ends (domain.md 2.8, "Grounds"). */
export const terminationGrounds = [
  'MUTUAL_AGREEMENT',
  'NOTICE',
  'FOR_CAUSE',
  'TERM_EXPIRED',
  'COMPANY_CEASED',
] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

/** On which authority a person declares for a side (domain.md 2.8); `NOT_VERIFIED` is recorded, never hidden. */
export const authorities = ['STATUTORY', 'PROKURA', 'POWER_OF_ATTORNEY', 'NOT_VERIFIED'] as const;
export type Authority = (typeof authorities)[number];

/** The form of a declaration: signed paper, text such as a mail, or spoken (domain.md 2.8). */
export const declarationForms = ['WRITTEN', 'TEXT', 'ORAL'] as const;
export type DeclarationForm = (typeof declarationForms)[number];

/** Who looks after the customers that are handed over (domain.md 2.8). */
export const handoverTargets = ['OWN', 'PARTNER', 'THIRD', 'CUSTOMER_CHOICE'] as const;

/** Where the claim of a sales partner to compensation under § 89b HGB stands (domain.md 2.8). */
export const compensationAssessments = ['NOT_APPLICABLE', 'OPEN', 'SETTLED'] as const;

/** What can remain to be done between the agreed end and the conclusion (domain.md 2.8, default wind-down items). */
export const windDownItemKinds = [
  'CUSTOMER_HANDOVER',
  'OPEN_DEALS',
  'DATA_RETURN',
  'ACCESS_REVOKED',
  'BRANDING_REMOVED',
  'FINAL_SETTLEMENT',
  'COMMUNICATION',
  'LESSONS_LEARNED',
  'OTHER',
] as const;
export type WindDownItemKind = (typeof windDownItemKinds)[number];

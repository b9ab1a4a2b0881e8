/** When the commands of the chapter "communication" are refused (domain.md 2.7, 2.8). */
export const communicationRejections = {
  SCOPE_DIRECTION_CONFLICT:
    'An exchange inside the own company is always TWO_WAY and without people of the partner side; this one is not.',
  TEXT_CONTAINS_CONTACT_DATA:
    'A free text holds a mail address or a phone number; people are named by tokens, `{{person:prs_…}}` (domain.md 2.10).',
} as const;

/** When the commands of the chapter "wind-down" are refused (domain.md 2.8). */
export const windDownRejections = {
  ITEM_MANDATORY: 'The return of data and the revocation of access cannot be waived.',
  ITEM_CLOSED: 'The wind-down item was already done or waived.',
  END_NOT_REACHED: 'The partnership cannot be concluded before the agreed end.',
  WIND_DOWN_INCOMPLETE: 'Mandatory wind-down items are neither done nor waived; `details` names each one.',
} as const;

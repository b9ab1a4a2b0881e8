/** The currency in which results of all partnerships are compared, ISO 4217 (decision D5: one per installation). */
export const reportingCurrency = 'EUR';

/** When the commands of the chapter "results" are refused (domain.md 2.7, 2.8). */
export const resultsRejections = {
  RESULT_DUPLICATE: 'A result with the same external reference has already been recorded for this partnership.',
  CURRENCY_RATE_MISSING: 'An amount is not in the reporting currency and comes without a rate to convert it.',
} as const;

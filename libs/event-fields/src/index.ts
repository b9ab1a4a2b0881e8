export { currency, decimal, money } from './amounts.js';
export { calendarDate, instant } from './dates.js';
export type { Disclosure, PseudonymKind } from './disclosure.js';
export { fileRef, sha256 } from './files.js';
export { id, managerId, personId, userId } from './ids.js';
export { freeText, label, reference, sealedText } from './texts.js';

const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@|\s?[([{]\s?(?:at|ät)\s?[)\]}]\s?)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/iu;

/** Digits, perhaps in groups of three, perhaps with decimals. */
const AMOUNT = "(?:\\d{1,3}(?:[.,' ]\\d{3})+|\\d+)(?:[.,]\\d+)?(?!\\d)";

/** What looks like a number to call but is not one: it is taken out before looking, the longer forms first. */
const HARMLESS: readonly RegExp[] = [
  /\{\{person:prs_[0-9A-Za-z]+\}\}/gu,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu, // UUID
  /(?<![\d.])\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?(?![\d-])/gu, // 2026-03-31, with time or not
  /(?<![\d.])\d{1,2}([./])\s?\d{1,2}\1\s?(?:\d{4}|\d{2})(?![\d./]\d)/gu, // 31.03.2026, 3/31/26
  /(?<![\d.])(?:0?[1-9]|1[0-2])[./](?:19|20|21)\d{2}(?!\d)/gu, // 03/2026
  /(?<![\d.])(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?(?![\d]|[.:]\d)/gu, // 9.30, 09:30:15
  new RegExp(`(?:EUR|USD|CHF|GBP|€|\\$|£)\\s?[+-]?${AMOUNT}`, 'giu'), // EUR 1.234,56
  new RegExp(`[+-]?(?<![\\d.,])${AMOUNT}\\s?(?:EUR|USD|CHF|GBP|€|\\$|£|%|k\\b|Mio\\b|Mrd\\b|TEUR|Tsd\\b)`, 'giu'),
  /(?<![\d.,+])[1-9]\d{0,2}(?:[.,']\d{3}){1,3}(?:[.,]\d{1,2})?(?![\d.,]*\d)/gu, // 1.234.567,89
  /\+[1-9]\d{0,2}(?:[.,']\d{3}){1,2}(?:[.,]\d{1,2})?(?![\d.,]*\d)/gu, // +1.234.567; with one group more it is a number
];

/** `+49 431 123456`, `0049 (0) 431/123456`: a country code and in all at least eight digits. */
const INTERNATIONAL = /(?<![\p{L}\p{N}_])(?:\+\s?|00)[1-9](?:[\s()./‐-―-]*\d){7,14}(?![\p{L}\p{N}_])/u;

/** `0431 123456`, `(0431) 12 34 56`, `040/1234567`: an area code and in all at least seven digits. */
const NATIONAL = /(?<![\p{L}\p{N}_./,‐-―-])\(?0[1-9](?:[\s()./‐-―-]{0,3}\d){5,13}(?![\p{L}\p{N}_])/u;

/** `(555) 123-4567`. */
const NORTH_AMERICAN = /(?<![\p{L}\p{N}_./,-])\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4}(?![\p{L}\p{N}_-])/u;

/** `Tel. 12 34 56`: said to be a number to call, and at least six digits. */
const LABELLED =
  /(?<!\p{L})(?:tel|telefon|telephone|fon|phone|mobil|mobile|mobilnummer|handy|handynummer|cell|fax|telefax|rufnummer|whatsapp)\b[\s.:/-]*(?:nr|no|number)?[\s.:]*\(?\+?\d(?:[\s()./‐-―-]{0,3}\d){5,14}(?!\p{N})/iu;

/** `Durchwahl 42`. */
const EXTENSION = /(?<!\p{L})durchwahl[\s.:-]*\d{2,}/iu;

/** True for a text that holds a mail address. */
export function containsMailAddress(text: string): boolean {
  return MAIL.test(text.normalize('NFKC'));
}

/**
 * True for a text that holds a mail address or a phone number, which must not stand in the history: people are written as
 * `{{person:prs_…}}` (domain.md 2.10). Dates, amounts, versions, ids and those tokens are none. It finds what people
 * write in good faith, not what somebody hides.
 */
export function containsContactData(text: string): boolean {
  const plain = HARMLESS.reduce((rest, harmless) => rest.replace(harmless, ' · '), text.normalize('NFKC'));
  return [MAIL, INTERNATIONAL, NATIONAL, NORTH_AMERICAN, LABELLED, EXTENSION].some((contact) => contact.test(plain));
}

import { z } from 'zod';
import { isCalendarDate } from '#calendar';
import { sides } from '#directory/domain';

// The pieces event payloads are made of. Optional fields are `.exactOptional()`: absent, never `undefined`.

/** A date without time, `2026-03-31`. */
export const calendarDate = z.string().refine(isCalendarDate, 'must be an existing date written YYYY-MM-DD');

/** A moment in UTC with milliseconds, `2026-03-31T06:00:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 });

/** OWN or PARTNER. */
export const side = z.enum(sides);

/** An id: its prefix, an underscore and letters and digits (domain.md 2.1, value types). */
export function id(prefix: string): z.ZodString {
  return z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]+$`), `must be an id that starts with ${prefix}_`);
}

/** A person: never a name (I-20). Specs may use speaking ids such as `prs_own`. */
export const personId = id('prs');

/** Text of 1 to `max` characters. */
export function text(max: number): z.ZodString {
  return z.string().min(1).max(max);
}

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits');

/** A document kept elsewhere, identified by its content: `FileRef`. */
export const fileRef = z
  .strictObject({ documentId: text(200), sha256, mediaType: text(200), bytes: z.int().nonnegative() })
  .readonly();

/** Free text as ciphertext under a key of its own: `SealedText`. */
export const sealedText = z.strictObject({ keyId: text(200), ciphertext: z.string().min(1) }).readonly();

/** A decimal number as text with at most six places, so that no digit is lost. */
export const decimal = z.string().regex(/^-?\d+(\.\d{1,6})?$/, 'must be a decimal with at most 6 places');

/** A currency code of ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters (ISO 4217)');

/** An amount with the rate that was frozen when it was recorded (domain.md 2.1, value types). */
export const money = z
  .strictObject({
    amountCents: z.int(),
    currency,
    reportingCents: z.int(),
    reportingCurrency: currency,
    fxRate: z.string().regex(/^\d+(\.\d{1,6})?$/, 'must be a decimal with at most 6 places'),
    fxDate: calendarDate,
  })
  .readonly();

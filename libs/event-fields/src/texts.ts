import { z } from 'zod';

/** What people write in their own words, 1 to `max` characters: it may say anything about anybody. */
export function freeText(max: number): z.ZodString {
  return z.string().min(1).max(max).meta({ unit: 'free text', disclosure: 'withheld' });
}

/** The name of a rule, a kind, a programme or a company, 1 to `max` characters: never that of a person. */
export function label(max: number): z.ZodString {
  return z.string().min(1).max(max).meta({ disclosure: 'open' });
}

/** What something is called in another system or on paper, 1 to `max` characters. */
export function reference(max: number): z.ZodString {
  return z.string().min(1).max(max).meta({ unit: 'reference', disclosure: 'reference' });
}

/** Free text as ciphertext under a key of its own: `SealedText`. */
export const sealedText = z
  .strictObject({ keyId: z.string().min(1).max(200), ciphertext: z.string().min(1) })
  .readonly()
  .meta({ unit: 'sealed free text', disclosure: 'withheld' });

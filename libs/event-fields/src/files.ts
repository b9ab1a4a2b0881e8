import { z } from 'zod';

/** A SHA-256 as 64 lower-case hexadecimal digits: whoever has a content can tell by it whether it is the one. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
  .meta({ unit: 'SHA-256, hexadecimal', disclosure: 'withheld' });

/** A document kept elsewhere, identified by its content: `FileRef`. */
export const fileRef = z
  .strictObject({
    documentId: z.string().min(1).max(200),
    sha256,
    mediaType: z.string().min(1).max(200),
    bytes: z.int().nonnegative().meta({ unit: 'bytes' }),
  })
  .readonly()
  .meta({ unit: 'document kept elsewhere', disclosure: 'withheld' });

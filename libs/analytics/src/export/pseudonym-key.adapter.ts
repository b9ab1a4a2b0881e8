import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { PseudonymKeyRefused } from './pseudonym-key-refused.js';

const BYTES = 32;
/** What nobody can guess: 32 random bytes have 43 characters in base64, 64 in hexadecimal. */
const LEAST_CHARACTERS = 32;

/** The key in a file. Throws {@link PseudonymKeyRefused} when there is none or it is too short. */
export async function loadPseudonymKey(file: string): Promise<string> {
  const key = (await guarded(file, 'read', () => readFile(file, 'utf8'))).trim();
  if (key.length >= LEAST_CHARACTERS) return key;
  throw new PseudonymKeyRefused(
    file,
    `holds ${String(key.length)} characters; it must be a secret of at least ${String(LEAST_CHARACTERS)}. ` +
      'Put it back from a backup, or write a new one (openssl rand -base64 32): pseudonyms of earlier exports then match no more.',
  );
}

/** The key in a file, made (readable only by its owner) when there is none. Throws as {@link loadPseudonymKey}. */
export async function loadOrCreatePseudonymKey(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await guarded(file, 'written', async () => {
    if (existsSync(file)) return;
    await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    try {
      // It gets its name when it is complete: another process that makes one at the same time reads all of it.
      await link(draft, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await rm(draft);
    }
  });
  return loadPseudonymKey(file);
}

async function guarded<Result>(file: string, verb: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    throw new PseudonymKeyRefused(
      file,
      `cannot be ${verb} (${codeOf(cause) ?? String(cause)}). Name a file that this user may use.`,
      { cause },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

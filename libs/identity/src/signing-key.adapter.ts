import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWK } from 'jose';
import { SigningKeyRefused } from './signing-key-refused.js';
import type { SigningKey } from './tokens.adapter.js';

const ALGORITHM = 'EdDSA';

/** A key of our own, for the embedded default: it signs tokens and verifies them. */
export interface OwnKey {
  readonly signing: SigningKey;
  readonly keys: JSONWebKeySet;
}

/**
 * The key in a file, generated (Ed25519, readable only by its owner) when there is none. For the embedded default and
 * the demo; production names a key source instead. Throws
 * {@link SigningKeyRefused} when the file is not a key, or cannot be read or made.
 */
export async function loadOrCreateKey(file: string): Promise<OwnKey> {
  return (await loadKey(file)) ?? (await createKey(file));
}

async function createKey(file: string): Promise<OwnKey> {
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const document = JSON.stringify({ ...jwk, alg: ALGORITHM, kid: await calculateJwkThumbprint(jwk) });
  await guarded(file, 'written', async () => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, document, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      // Another process made it at the same time: then its key is the one.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  });
  const created = await loadKey(file);
  if (created === undefined) throw new SigningKeyRefused(file, 'was removed while it was made. Start again.');
  return created;
}

async function loadKey(file: string): Promise<OwnKey | undefined> {
  const text = await guarded(file, 'read', () =>
    readFile(file, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }),
  );
  if (text === undefined) return undefined;
  try {
    const jwk = JSON.parse(text) as JWK & { readonly kid: string };
    const privateKey = (await importJWK(jwk, ALGORITHM)) as CryptoKey;
    const { d: _secret, ...publicJwk } = jwk;
    return { signing: { keyId: jwk.kid, algorithm: ALGORITHM, privateKey }, keys: { keys: [publicJwk] } };
  } catch (cause) {
    throw new SigningKeyRefused(
      file,
      'is damaged. Put it back from a backup, or move it away to have a new one made: tokens signed with it end then.',
      { cause },
    );
  }
}

/** Runs a step on the file; what the file system refuses becomes one line with the way out. */
async function guarded<Result>(file: string, verb: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    throw new SigningKeyRefused(
      file,
      `cannot be ${verb} (${codeOf(cause) ?? String(cause)}). Set ACCORD_DATA_DIR (--data-dir on the command line) to a folder that this user may write to.`,
      { cause },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

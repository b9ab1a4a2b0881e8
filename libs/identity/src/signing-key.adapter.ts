import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWK } from 'jose';
import type { SigningKey } from './tokens.adapter.js';

const ALGORITHM = 'EdDSA';

/** A key of our own, for the embedded default: it signs tokens and verifies them. */
export interface OwnKey {
  readonly signing: SigningKey;
  readonly keys: JSONWebKeySet;
}

/**
 * The key in a file, generated (Ed25519, readable only by its owner) when there is none. For the embedded default and
 * the demo; production names a key source instead. Throws `Error` with the remedy when the file is not a key.
 */
export async function loadOrCreateKey(file: string): Promise<OwnKey> {
  return (await loadKey(file)) ?? (await createKey(file));
}

async function createKey(file: string): Promise<OwnKey> {
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const document = JSON.stringify({ ...jwk, alg: ALGORITHM, kid: await calculateJwkThumbprint(jwk) });
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, document, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const created = await loadKey(file);
  if (created === undefined) throw new Error(`The signing key "${file}" could not be written.`);
  return created;
}

async function loadKey(file: string): Promise<OwnKey | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const jwk = JSON.parse(text) as JWK & { readonly kid: string };
    const privateKey = (await importJWK(jwk, ALGORITHM)) as CryptoKey;
    const { d: _secret, ...publicJwk } = jwk;
    return { signing: { keyId: jwk.kid, algorithm: ALGORITHM, privateKey }, keys: { keys: [publicJwk] } };
  } catch {
    throw new Error(`"${file}" does not hold a signing key. Move it away to have a new one generated.`);
  }
}

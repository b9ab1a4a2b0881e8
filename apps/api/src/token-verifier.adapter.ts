import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { loadOrCreateKey, type TokenVerifier, verifierForJwksUrl, verifierForKeys } from '#identity';
import { type Configuration, ConfigurationInvalid } from '#platform';

/** The verifier of tokens that the settings name. Throws `ConfigurationInvalid`. */
export async function tokenVerifierFor({ keys }: Configuration): Promise<TokenVerifier> {
  switch (keys.kind) {
    case 'none':
      throw new ConfigurationInvalid('There are no keys to check tokens with. Start this process as an API.');
    case 'jwks-url':
      return verifierForJwksUrl(keys.url);
    case 'own':
      return verifierForKeys((await loadOrCreateKey(keys.file)).keys);
    case 'jwks-file':
      return verifierForKeys(await keysFrom(keys.file));
  }
}

async function keysFrom(file: string): Promise<JSONWebKeySet> {
  try {
    const document = JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet;
    if (Array.isArray(document.keys) && document.keys.length > 0) return document;
  } catch (error) {
    throw new ConfigurationInvalid(`ACCORD_JWKS_FILE is "${file}", which cannot be read: ${String(error)}.`);
  }
  throw new ConfigurationInvalid(`ACCORD_JWKS_FILE is "${file}", which holds no keys; it must be a JWKS document.`);
}

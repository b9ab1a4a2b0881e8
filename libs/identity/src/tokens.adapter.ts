import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Actor } from './actor.js';
import { KeysUnavailable } from './keys-unavailable.js';
import { isRole, type Role } from './roles.js';

/** Issuer and audience every token must name. */
export const TOKEN_ISSUER = 'accord';
export const TOKEN_AUDIENCE = 'accord-api';

const CLOCK_TOLERANCE_SECONDS = 30;
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'];

/** The request carries no token, or one that does not hold. The message says why, never what the token said. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

/** Turns a signed token into the actor it stands for. */
export interface TokenVerifier {
  /**
   * Throws {@link Unauthenticated} for anything but a valid, unexpired token with known roles, and `KeysUnavailable` when
   * there are no keys to tell.
   */
  verify(token: string): Promise<Actor>;
}

/** Injection token of the process's {@link TokenVerifier}. */
export const TOKEN_VERIFIER = Symbol('TokenVerifier');

/** What a token is issued for. */
export interface TokenClaims {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Partnership ids; only for PARTNER_REP. */
  readonly partnerships?: readonly string[];
}

/** A signing key as {@link issueToken} needs it. */
export interface SigningKey {
  readonly keyId: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
}

/** A JWT signed with the key. `expiresIn` is a duration such as `8h` or `30d`. */
export async function issueToken(key: SigningKey, claims: TokenClaims, expiresIn: string): Promise<string> {
  const payload: JWTPayload = {
    roles: claims.roles,
    ...(claims.partnerships === undefined ? {} : { partnerships: claims.partnerships }),
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.algorithm, kid: key.keyId, typ: 'JWT' })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setSubject(claims.subject)
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(key.privateKey);
}

/** A verifier for the keys of a JWKS document. */
export function verifierForKeys(keys: JSONWebKeySet): TokenVerifier {
  return verifier(createLocalJWKSet(keys));
}

/** What a token can be the reason for when its key is looked up; everything else lies with the identity provider. */
const FAULTS_OF_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/**
 * A verifier for the keys that an identity provider publishes; they are fetched when needed and cached. While they cannot
 * be, it throws {@link KeysUnavailable}.
 */
export function verifierForJwksUrl(url: URL): TokenVerifier {
  const keys = createRemoteJWKSet(url);
  return verifier(async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (FAULTS_OF_TOKEN.some((kind) => error instanceof kind)) throw error;
      throw new KeysUnavailable(url, { cause: error });
    }
  });
}

/** The moment from which a token that was verified is verified no more. */
export function expiryOf(token: string): Date {
  return new Date(((decodeJwt(token).exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000);
}

/** A signature costs a third of a millisecond; a token that held a moment ago holds still, unless it has expired since. */
const REMEMBERED_TOKENS = 1_000;
const REMEMBERED_MS = 60_000;
/** How exactly: by default the cache sets a timer in every millisecond in which it is asked. */
const RESOLUTION_MS = 100;

function verifier(keys: JWTVerifyGetKey): TokenVerifier {
  const known = new LRUCache<string, Actor>({
    max: REMEMBERED_TOKENS,
    ttl: REMEMBERED_MS,
    ttlResolution: RESOLUTION_MS,
  });
  return {
    async verify(token) {
      const remembered = known.get(token);
      if (remembered !== undefined) return remembered;
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: TOKEN_ISSUER,
          audience: TOKEN_AUDIENCE,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['sub', 'exp'],
        });
        const actor = actorFrom(payload);
        const holdsForMs = (payload.exp ?? 0) * 1000 - Date.now();
        if (holdsForMs > 0) known.set(token, actor, { ttl: Math.min(holdsForMs, REMEMBERED_MS) });
        return actor;
      } catch (error) {
        const isTold = error instanceof Unauthenticated || error instanceof KeysUnavailable;
        throw isTold ? error : new Unauthenticated(reason(error));
      }
    },
  };
}

function reason(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired. Get a new one.';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The token's claim "${error.claim}" is missing or wrong.`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The token was not signed by a trusted key.';
  if (error instanceof errors.JWKSNoMatchingKey) return 'The token was not signed by a trusted key.';
  return 'The token is malformed. Send "Authorization: Bearer <JWT>".';
}

function actorFrom(payload: JWTPayload): Actor {
  const named = payload['roles'];
  const roles = Array.isArray(named) ? named.filter(isRole) : [];
  if (roles.length === 0) throw new Unauthenticated('The token names no role that Accord knows.');
  const partnerships = payload['partnerships'];
  const partnershipIds = Array.isArray(partnerships)
    ? partnerships.filter((id): id is string => typeof id === 'string')
    : [];
  if (roles.includes('PARTNER_REP') && roles.length > 1)
    throw new Unauthenticated('A token for PARTNER_REP carries no other role: nobody acts for both companies.');
  return { userId: subjectOf(payload), roles, partnershipIds, onBehalfOfSide: sideOf(roles) };
}

/** The subject stands in every event that its bearer causes: one line, 200 characters at most. */
const SUBJECT = /^[^\p{C}\u2028\u2029]{1,200}$/u;

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === 'string' && SUBJECT.test(sub)) return sub;
  throw new Unauthenticated('The token\'s claim "sub" is missing or wrong.');
}

function sideOf(roles: readonly Role[]): Actor['onBehalfOfSide'] {
  if (roles.includes('PARTNER_REP')) return 'PARTNER';
  return roles.every((role) => role === 'SYSTEM') ? 'SYSTEM' : 'OWN';
}

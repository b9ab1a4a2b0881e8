export type { Actor } from './actor.js';
export { eventActor, hasRole, isPartnerRep, maySeeNames, maySeePartnership, maySeeRestricted } from './actor.js';
export { KeysUnavailable } from './keys-unavailable.js';
export type { Role } from './roles.js';
export { isRole, ownStaff, roleMeanings, roles } from './roles.js';
export type { OwnKey } from './signing-key.adapter.js';
export { loadOrCreateKey } from './signing-key.adapter.js';
export { SigningKeyRefused } from './signing-key-refused.js';
export type { SigningKey, TokenClaims, TokenVerifier } from './tokens.adapter.js';
export {
  expiryOf,
  issueToken,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  TOKEN_VERIFIER,
  Unauthenticated,
  verifierForJwksUrl,
  verifierForKeys,
} from './tokens.adapter.js';

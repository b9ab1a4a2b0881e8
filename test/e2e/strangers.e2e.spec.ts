import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type Role, issueToken, loadOrCreateKey, TOKEN_AUDIENCE, TOKEN_ISSUER } from '#identity';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import { RawRequests } from '../support/raw-requests.js';

const anyQuery = '{ partnerships { totalCount } }';
const anyCommand = `mutation { registerPartnerCompany(input: { legalName: "Nordlicht GmbH", country: "DE" }) { __typename } }`;

let api: ApiUnderTest;
let requests: RawRequests;
beforeAll(async () => {
  api = await startApiUnderTest();
  requests = await RawRequests.to(api);
});
afterAll(() => api.dispose());

describe('a request of somebody who cannot say who they are', () => {
  expectNothingWritten(() => api);
  const claims = { subject: 'carla', roles: ['HEAD_OF_PARTNERING'] as readonly Role[] };
  const ownKey = async () => (await loadOrCreateKey(join(api.dataDirectory, 'signing-key.json'))).signing;
  const foreignKey = async () => (await loadOrCreateKey(join(api.dataDirectory, 'foreign-key.json'))).signing;
  const signedWith = async (differing: (jwt: SignJWT) => SignJWT, expires = true): Promise<string> => {
    const { keyId, algorithm, privateKey } = await ownKey();
    const jwt = new SignJWT({ roles: claims.roles })
      .setProtectedHeader({ alg: algorithm, kid: keyId })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla');
    return differing(expires ? jwt.setExpirationTime('1h') : jwt).sign(privateKey);
  };
  const unsecured = (): string =>
    new UnsecuredJWT({ roles: claims.roles })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla')
      .setExpirationTime('1h')
      .encode();
  /** The public key is no secret: whoever signs with it as if it were one gets nowhere. */
  const signedWithPublicKey = async (): Promise<string> => {
    const { keys } = await loadOrCreateKey(join(api.dataDirectory, 'signing-key.json'));
    return new SignJWT({ roles: claims.roles })
      .setProtectedHeader({ alg: 'HS256', kid: String(keys.keys[0]?.['kid']) })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(keys.keys[0])));
  };
  /** The roles are changed after signing. */
  const altered = async (): Promise<string> => {
    const [header = '', , signature = ''] = (await api.token({ subject: 'ines', roles: ['AUDITOR'] })).split('.');
    const [, payload = ''] = requests.token.split('.');
    return [header, payload, signature].join('.');
  };

  const cases: [string, () => string | Promise<string>, RegExp][] = [
    ['sends no token', () => '', /^No token\. Send the header/],
    ['sends a password', () => 'Basic Y2FybGE6c2VjcmV0', /^No token\. Send the header/],
    ['sends something else', () => 'Bearer secret', /^The token is malformed/],
    ['sends half a token', () => `Bearer ${requests.token.slice(0, 40)}`, /^The token is malformed/],
    ['signs nothing', () => `Bearer ${unsecured()}`, /^The token is malformed|not signed/],
    ['signs with the public key', async () => `Bearer ${await signedWithPublicKey()}`, /^The token/],
    ['changes the roles', async () => `Bearer ${await altered()}`, /^The token was not signed by a trusted key/],
    [
      'signs with another key',
      async () => `Bearer ${await issueToken(await foreignKey(), claims, '1h')}`,
      /^The token was not signed by a trusted key/,
    ],
    [
      'signs with another key under our key id',
      async () =>
        `Bearer ${await issueToken({ ...(await foreignKey()), keyId: (await ownKey()).keyId }, claims, '1h')}`,
      /^The token was not signed by a trusted key/,
    ],
    ['comes too late', async () => `Bearer ${await api.token(claims, '1 hour ago')}`, /^The token has expired/],
    ['comes too early', async () => `Bearer ${await signedWith((jwt) => jwt.setNotBefore('1h'))}`, /claim "nbf"/],
    ['has a token for ever', async () => `Bearer ${await signedWith((jwt) => jwt, false)}`, /claim "exp"/],
    [
      'has a token of another issuer',
      async () => `Bearer ${await signedWith((jwt) => jwt.setIssuer('elsewhere'))}`,
      /claim "iss"/,
    ],
    [
      'has a token for another system',
      async () => `Bearer ${await signedWith((jwt) => jwt.setAudience('elsewhere'))}`,
      /claim "aud"/,
    ],
    ['is nobody', async () => `Bearer ${await api.token({ ...claims, subject: '' })}`, /claim "sub"/],
    [
      'is a control character',
      async () => `Bearer ${await api.token({ ...claims, subject: 'car\u0007la' })}`,
      /claim "sub"/,
    ],
    [
      'has a role that is not there',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: ['WIZARD' as Role] })}`,
      /names no role that Accord knows/,
    ],
    [
      'has no role',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: [] })}`,
      /names no role that Accord knows/,
    ],
    [
      'acts for both companies',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: ['PARTNER_REP', 'HEAD_OF_PARTNERING'] })}`,
      /no other role/,
    ],
  ];

  it.each(cases)('because they %s gets 401, for questions as for commands', async (_case, authorization, message) => {
    const header = await authorization();
    for (const query of [anyQuery, anyCommand, '{ __typename }', '{ __schema { types { name } } }']) {
      const answer = await requests.ask(query, {}, { authorization: header });
      expect(answer).toEqual({
        status: 401,
        errors: [{ message: expect.stringMatching(message) as string, extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { loadOrCreateKey } from './signing-key.adapter.js';
import { issueToken, TOKEN_AUDIENCE, TOKEN_ISSUER, Unauthenticated, verifierForKeys } from './tokens.adapter.js';

describe('tokens', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const own = () => loadOrCreateKey(join(folder, 'signing-key.json'));

  it('are signed by a key that is made once and readable only by its owner', async () => {
    const [first, second] = [await own(), await own()];
    expect(second.signing.keyId).toBe(first.signing.keyId);
    expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('publish no secret', async () => {
    const secret = (JSON.parse(await readFile(join(folder, 'signing-key.json'), 'utf8')) as { d: string }).d;
    expect(JSON.stringify((await own()).keys)).not.toContain(secret);
  });

  it('stand for the actor they were issued for', async () => {
    const { signing, keys } = await own();
    const claims = { subject: 'svenja', roles: ['PARTNER_REP'] as const, partnerships: ['prt_1'] };
    expect(await verifierForKeys(keys).verify(await issueToken(signing, claims, '1h'))).toEqual({
      userId: 'svenja',
      roles: ['PARTNER_REP'],
      partnershipIds: ['prt_1'],
      onBehalfOfSide: 'PARTNER',
    });
  });

  it('of the scheduler act for the system, of everybody else for the own side', async () => {
    const { signing, keys } = await own();
    const sideOf = async (roles: readonly ('SYSTEM' | 'AUDITOR')[]) =>
      (await verifierForKeys(keys).verify(await issueToken(signing, { subject: 'x', roles }, '1h'))).onBehalfOfSide;
    expect(await sideOf(['SYSTEM'])).toBe('SYSTEM');
    expect(await sideOf(['AUDITOR'])).toBe('OWN');
  });

  describe('are refused', () => {
    const refusal = async (make: () => Promise<string>): Promise<string> => {
      const error: unknown = await verifierForKeys((await own()).keys)
        .verify(await make())
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Unauthenticated);
      return (error as Error).message;
    };
    const signed = async (claims: Record<string, unknown>, key?: CryptoKey) => {
      const { signing } = await own();
      return new SignJWT({ roles: ['AUDITOR'], ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: signing.keyId })
        .setIssuer(TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject('x')
        .setExpirationTime('1h')
        .sign(key ?? signing.privateKey);
    };

    it('when they are no token at all', async () => {
      expect(await refusal(() => Promise.resolve('nonsense'))).toContain('malformed');
    });

    it('when they have expired', async () => {
      const { signing } = await own();
      const expired = () => issueToken(signing, { subject: 'x', roles: ['AUDITOR'] }, '-1h');
      expect(await refusal(expired)).toContain('expired');
    });

    it('when somebody else signed them', async () => {
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      expect(await refusal(() => signed({}, privateKey))).toContain('trusted key');
    });

    it('when nobody signed them', async () => {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'x', roles: ['AUDITOR'] })}.`;
      expect(await refusal(() => Promise.resolve(unsigned))).toContain('malformed');
    });

    it('when they name no known role', async () => {
      expect(await refusal(() => signed({ roles: ['KING'] }))).toContain('no role');
    });

    it('when they act for both companies', async () => {
      expect(await refusal(() => signed({ roles: ['PARTNER_REP', 'AUDITOR'] }))).toContain('both companies');
    });
  });

  it('say what to do when the key file holds something else', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, '{"not": "a key"}');
    await expect(loadOrCreateKey(file)).rejects.toThrow('move it away');
  });
});

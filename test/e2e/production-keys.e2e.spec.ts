import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, loadOrCreateKey } from '#identity';
import { ConfigurationInvalid, configurationFrom } from '#platform';
import { startApiUnderTest } from '../support/api-under-test.js';
import { GraphqlActor } from '../support/graphql-actor.js';

describe('production', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'accord-production-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const production = { NODE_ENV: 'production', ACCORD_DATA_DIR: '/nowhere' };

  it('does not start without a source of keys', () => {
    expect(() => configurationFrom(production)).toThrow(
      new ConfigurationInvalid(
        'ACCORD_JWKS_URL is not set; in production it (or ACCORD_JWKS_FILE) must name the keys that tokens are checked with.',
      ),
    );
  });

  it.each([
    [{ ACCORD_JWKS_URL: 'https://id.example/jwks' }, 'jwks-url'],
    [{ ACCORD_JWKS_FILE: '/etc/accord/jwks.json' }, 'jwks-file'],
  ])('takes its keys from %p', (settings, kind) => {
    expect(configurationFrom({ ...production, ...settings }).keys.kind).toBe(kind);
  });

  it('lets nobody in while the identity provider is away, says so, and goes on when it is back', async () => {
    const { keys, signing } = await loadOrCreateKey(join(data, 'provider-key.json'));
    let isAway = true;
    const provider = createServer((_, answer) => answer.writeHead(isAway ? 503 : 200).end(JSON.stringify(keys)));
    await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
    const { port } = provider.address() as AddressInfo;
    const url = `http://127.0.0.1:${String(port)}/jwks`;
    const behind = await startApiUnderTest({ NODE_ENV: 'production', ACCORD_JWKS_URL: url });
    try {
      const token = await issueToken(signing, { subject: 'ines', roles: ['AUDITOR'] }, '1h');
      const auditor = new GraphqlActor(behind.url, token);
      const question = '{ partnerships { totalCount } }';
      const refused = await auditor.send(question);
      expect([refused.status, refused.errors]).toMatchObject([
        503,
        [{ extensions: { code: 'UNAVAILABLE', retryable: true } }],
      ]);
      isAway = false;
      expect((await auditor.send(question)).status).toBe(200);
    } finally {
      await behind.dispose();
      provider.close();
    }
  });

  it('does not start with the key that the embedded default has made for itself', async () => {
    const copy = join(data, 'copied-key.json');
    await loadOrCreateKey(copy);
    await expect(startApiUnderTest({ NODE_ENV: 'production', ACCORD_JWKS_FILE: copy })).rejects.toThrow(
      `ACCORD_JWKS_FILE is "${copy}", which holds no keys; it must be a JWKS document.`,
    );
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GraphQLSchema } from 'graphql';
import type { DestinationStream } from 'pino';
import { issueToken, loadOrCreateKey, type Role, type TokenClaims } from '#identity';
import { type Configuration, configurationFrom, createLog, type Platform, startPlatform } from '#platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { GraphqlActor } from './graphql-actor.js';

/** A whole system on a data directory of its own, listening on a free port. */
export interface ApiUnderTest {
  readonly url: string;
  readonly platform: Platform;
  readonly app: NestFastifyApplication;
  readonly dataDirectory: string;
  /** The schema it serves. */
  readonly schema: GraphQLSchema;
  /** A client with a token for these claims: `actor('HEAD_OF_PARTNERING')`, `actor('PARTNER_REP', { partnerships })`. */
  actor(role: Role, claims?: Partial<TokenClaims>): Promise<GraphqlActor>;
  token(claims: TokenClaims, expiresIn?: string): Promise<string>;
  /** Stops the system; the data stays until {@link dispose}. */
  stop(): Promise<void>;
  /** Stops the system and removes its data. */
  dispose(): Promise<void>;
}

/** Starts the system for tests; settings are those of the environment, by default the embedded ones. */
export async function startApiUnderTest(
  settings: Readonly<Record<string, string>> = {},
  dataDirectory?: string,
  log?: DestinationStream,
): Promise<ApiUnderTest> {
  const data = dataDirectory ?? (await mkdtemp(join(tmpdir(), 'accord-e2e-')));
  const configuration = configurationFrom({
    PORT: '0',
    ACCORD_DATA_DIR: data,
    ACCORD_LOG_LEVEL: 'silent',
    ...settings,
  });
  const { platform, app } = await started(configuration, log).catch(async (error: unknown) => {
    if (dataDirectory === undefined) await removed(data);
    throw error;
  });
  const url = await app.getUrl();
  const { signing } = await loadOrCreateKey(join(data, 'signing-key.json'));
  const token = (claims: TokenClaims, expiresIn = '1h'): Promise<string> => issueToken(signing, claims, expiresIn);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= app.close().then(() => platform.close()));
  return {
    url,
    platform,
    app,
    dataDirectory: data,
    schema: app.get(GraphQLSchemaHost, { strict: false }).schema,
    token,
    actor: async (role, claims = {}) =>
      new GraphqlActor(url, await token({ subject: role.toLowerCase(), roles: [role], ...claims })),
    stop,
    dispose: async () => {
      await stop();
      await removed(data);
    },
  };
}

/** A system that listens and has built its read models. One that cannot be started leaves nothing running. */
async function started(
  configuration: Configuration,
  log: DestinationStream | undefined,
): Promise<Pick<ApiUnderTest, 'platform' | 'app'>> {
  const platform = await startPlatform(configuration, createLog(configuration.logLevel, 'accord-api', log));
  try {
    const app = await createApi(platform);
    await app.listen(0, '127.0.0.1');
    await platform.engine.ready();
    return { platform, app };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

function removed(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

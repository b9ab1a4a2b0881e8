import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import { DocumentStoreUnavailable } from '#document-store';
import { EventStoreUnavailable } from '#event-sourcing';
import { configurationFrom, createLog, Lifecycle, type Platform, startPlatform } from '#platform';
import { createApi } from '../../apps/api/src/create-api.js';

interface Health {
  readonly status: string;
  readonly phase: string;
  readonly reasons: readonly string[];
  readonly dependencies: Readonly<Record<string, { readonly status: string; readonly detail?: string }>>;
  readonly projections: readonly { readonly name: string; readonly state: string; readonly lag: object }[];
  readonly reactions: readonly { readonly name: string; readonly state: string }[];
}

let data: string;
let platform: Platform;
let lifecycle: Lifecycle;
let app: NestFastifyApplication;
let url: string;
let logged = '';

/** A system whose lifecycle is in the hands of the test: it stands at the start until it is told that it serves. */
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'accord-health-'));
  const log = createLog('info', 'accord-api', { write: (line) => (logged += line) });
  platform = await startPlatform(configurationFrom({ ACCORD_DATA_DIR: data }), log);
  await platform.engine.ready();
  lifecycle = new Lifecycle();
  app = await createApi({ ...platform, lifecycle });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await platform.close();
  await rm(data, { recursive: true, force: true });
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function ready(): Promise<{ readonly code: number; readonly health: Health; readonly text: string }> {
  const response = await fetch(`${url}/health/ready`);
  const text = await response.text();
  return { code: response.status, health: JSON.parse(text) as Health, text };
}

const live = async (): Promise<number> => (await fetch(`${url}/health/live`)).status;
const graphql = (): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });

describe('a process that still builds its read models', () => {
  it('is alive and not ready', async () => {
    expect(await live()).toBe(200);
    const { code, health } = await ready();
    expect([code, health.status, health.phase]).toEqual([503, 'not ready', 'starting']);
  });

  it('has GraphQL ask again later, whoever asks', async () => {
    const response = await graphql();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The read models are still being built from the log. Ask again in a moment; nothing was lost.',
          extensions: { code: 'READ_MODEL_BEHIND', retryable: true },
        },
      ],
    });
  });

  it('opens no sockets', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toBe('Unexpected server response: 503');
  });
});

describe('a process that serves', () => {
  beforeAll(() => {
    lifecycle.serve();
  });

  it('is ready, and names what it stands on and what it does, to anybody', async () => {
    const { code, health } = await ready();
    expect([code, health.status, health.phase, health.reasons]).toEqual([200, 'ready', 'serving', []]);
    expect(health.dependencies).toEqual({ eventStore: { status: 'up' }, documentStore: { status: 'up' } });
    const names = platform.engine.status().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(health.projections.map(({ name, state, lag }) => ({ name, state, lag }))).toEqual(
      names.map((name) => ({ name, state: 'live', lag: { events: 0, seconds: 0 } })),
    );
    const reactions = platform.reactions.status();
    expect(reactions.length).toBeGreaterThan(1);
    expect(health.reactions.map(({ name, state }) => ({ name, state }))).toEqual(
      reactions.map(({ name }) => ({ name, state: 'live' })),
    );
    expect((await graphql()).status).toBe(401);
  });

  it.each<[string, string, () => void]>([
    [
      'the event store',
      'eventStore',
      () => {
        const away = new EventStoreUnavailable('esdb://admin:geheim@log.example is away');
        jest.spyOn(platform.store, 'head').mockRejectedValue(away);
      },
    ],
    [
      'the document store',
      'documentStore',
      () => {
        const away = new DocumentStoreUnavailable('mongodb://admin:geheim@documents.example is away');
        jest.spyOn(platform.documents, 'ping').mockRejectedValue(away);
      },
    ],
  ])(
    'is alive and not ready without %s; only the log says why, and not with which password',
    async (_case, name, fail) => {
      logged = '';
      fail();
      const { code, health, text } = await ready();
      expect([code, health.dependencies[name]]).toEqual([
        503,
        { status: 'down', detail: 'it cannot be used; the log says why' },
      ]);
      expect(health.reasons).toEqual([`${name} is down: it cannot be used; the log says why.`]);
      expect(await live()).toBe(200);
      expect(text).not.toMatch(/geheim|example/);
      expect(logged).not.toContain('geheim');
      expect(logged).toContain(`"dependency":"${name}"`);
      expect(logged).toContain('"msg":"readiness: not ready"');
      jest.restoreAllMocks();
      expect((await ready()).code).toBe(200);
      expect(logged).toContain('"msg":"readiness: ready"');
    },
  );
});

describe('a process that stops', () => {
  it('is alive, not ready, and still serves', async () => {
    lifecycle.stop();
    const { code, health } = await ready();
    expect([code, health.reasons]).toEqual([503, ['The process is stopping.']]);
    expect(await live()).toBe(200);
    const answer = await graphql();
    expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'close']);
  });
});

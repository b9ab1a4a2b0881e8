import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { openSqliteEventStore } from '#event-store';
import { issueToken, loadOrCreateKey } from '#identity';
import { type CompiledSources, compileForChild } from '../support/compiled.js';

let compiled: CompiledSources;
let data: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  compiled = await compileForChild();
});
afterAll(() => {
  compiled.remove();
});
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'accord-shutdown-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

/** What has come out of a stream so far; resolves once a text is in it. */
class Output {
  text = '';
  private readonly waiting = new Set<() => void>();

  add(chunk: Buffer): void {
    this.text += chunk.toString();
    for (const look of this.waiting) look();
  }

  until(wanted: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.text.includes(wanted)) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
  readonly log: Output;
  readonly ended: Promise<number | null>;
}

async function started(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [compiled.script('apps/api/src/main.ts')], {
    env: { PATH, PORT: '0', ACCORD_DATA_DIR: data, ACCORD_LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const [said, log] = [new Output(), new Output()];
  child.stdout.on('data', (chunk: Buffer) => said.add(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.add(chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await said.until('\n');
  const url = said.text.trim().split(' ').at(-1) ?? '';
  return { child, url, port: Number(new URL(url).port), log, ended };
}

/** A command whose server has seen the head of the request and waits for the body: it is in flight. */
async function commandInFlight({ port }: Server): Promise<{ readonly answer: Output; finish(): void; socket: Socket }> {
  const { signing } = await loadOrCreateKey(join(data, 'signing-key.json'));
  const token = await issueToken(signing, { subject: 'anna', roles: ['HEAD_OF_PARTNERING'] }, '1h');
  const input = '{ legalName: \\"Nordlicht GmbH\\", country: \\"DE\\" }';
  const body = `{"query":"mutation { registerPartnerCompany(input: ${input}) { __typename } }"}`;
  const socket = connect(port, '127.0.0.1');
  const answer = new Output();
  socket.on('data', (chunk) => answer.add(chunk));
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Length: ${String(body.length)}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await answer.until('100 Continue');
  return { answer, finish: () => socket.write(body), socket };
}

async function storedTypes(): Promise<readonly string[]> {
  const store = await openSqliteEventStore({ path: join(data, 'accord.db') });
  const types: string[] = [];
  for await (const { type } of store.readAll()) types.push(type);
  await store.close();
  return types;
}

describe('a server that is asked to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s answers the command in flight, durably, then ends with 0',
    async (signal) => {
      const server = await started();
      const { answer, finish, socket } = await commandInFlight(server);
      const closed = once(socket, 'close');
      server.child.kill(signal);
      await server.log.until('stopping: finishing what is in flight');
      finish();
      await closed;
      expect(answer.text).toContain('HTTP/1.1 200 OK');
      expect(answer.text).toContain('"__typename":"PartnerCompanyAccepted"');
      expect(answer.text).toMatch(/\r\nconnection: close\r\n/i);
      expect(await server.ended).toBe(0);
      expect(server.log.text).toContain('stopped in good order');
      expect(await storedTypes()).toContain('PartnerCompanyRegistered');
    },
  );

  it('ends although nobody reads its log any more', async () => {
    const server = await started();
    server.child.stderr?.destroy();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('closes its sockets as one that goes away', async () => {
    const server = await started();
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const closed = once(socket, 'close');
    server.child.kill('SIGTERM');
    expect((await closed)[0]).toBe(1001);
    expect(await server.ended).toBe(0);
  });

  it('says that it is not ready, and still serves, for as long as it is told to', async () => {
    const server = await started({ ACCORD_SHUTDOWN_DELAY_MS: '300000' });
    server.child.kill('SIGTERM');
    await server.log.until('stopping: finishing what is in flight');
    const response = await fetch(`${server.url}/health/ready`);
    expect([response.status, await response.json()]).toMatchObject([503, { reasons: ['The process is stopping.'] }]);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it('ends at once when it is asked a second time', async () => {
    const server = await started({ ACCORD_SHUTDOWN_DELAY_MS: '300000' });
    server.child.kill('SIGTERM');
    await server.log.until('stopping: finishing what is in flight');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(1);
    expect(server.log.text).toContain('asked to end a second time: ended without finishing what was in flight');
  });

  it('ends when finishing takes longer than it may', async () => {
    const server = await started({ ACCORD_SHUTDOWN_TIMEOUT_MS: '1' });
    await commandInFlight(server);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(1);
    expect(server.log.text).toContain('could not stop in time: ended without finishing what was in flight');
  });
});

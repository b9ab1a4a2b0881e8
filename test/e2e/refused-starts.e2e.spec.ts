import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileForChild, type CompiledSources } from '../support/compiled.js';

let sources: CompiledSources;
let folder: string;
beforeAll(async () => {
  sources = await compileForChild();
  folder = mkdtempSync(join(tmpdir(), 'accord-refused-'));
}, 60_000);
afterAll(() => {
  sources.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server and waits for its end: exit code, stdout, lines on stderr. */
function start(settings: Readonly<Record<string, string>>): Promise<[number | null, string, readonly string[]]> {
  const child = spawn(process.execPath, [sources.script('apps/api/src/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', ...settings },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((ended) => child.once('close', (code) => ended([code, stdout, stderr.trimEnd().split('\n')])));
}

describe('a server that cannot start says so in one line, with the way out,', () => {
  it('when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as AddressInfo;
    const ended = await start({ ACCORD_DATA_DIR: join(folder, 'port'), PORT: String(port) });
    other.close();
    expect(ended).toEqual([
      2,
      '',
      [
        `PORT is ${String(port)}, where another program listens on 127.0.0.1 already. Stop that one, or set PORT (--port for the demo) to a free port; 0 takes one.`,
      ],
    ]);
  }, 30_000);

  it('when its host is none of this machine', async () => {
    const ended = await start({ ACCORD_DATA_DIR: join(folder, 'host'), HOST: '192.0.2.1' });
    expect(ended).toEqual([2, '', [expect.stringMatching(/^HOST is "192\.0\.2\.1", which is no address/)]]);
  }, 30_000);

  it.each(['file', 'file/data'])(
    'when its data folder is or lies below a file (%s)',
    async (name) => {
      writeFileSync(join(folder, 'file'), 'a letter');
      const ended = await start({ ACCORD_DATA_DIR: join(folder, name) });
      expect(ended).toEqual([
        2,
        '',
        [expect.stringMatching(/^ACCORD_DATA_DIR is ".*", which is or lies below a file/)],
      ]);
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('a letter');
    },
    30_000,
  );

  it('when the key of its pseudonyms can be guessed', async () => {
    const data = join(folder, 'pseudonyms');
    mkdirSync(data);
    writeFileSync(join(data, 'pseudonym-key'), 'secret');
    const ended = await start({ ACCORD_DATA_DIR: data });
    expect(ended).toEqual([
      2,
      '',
      [expect.stringMatching(/^The key of pseudonyms .*pseudonym-key holds 6 characters/)],
    ]);
    expect(readFileSync(join(data, 'pseudonym-key'), 'utf8')).toBe('secret');
  }, 30_000);

  it('when its signing key is damaged', async () => {
    const data = join(folder, 'key');
    mkdirSync(data);
    writeFileSync(join(data, 'signing-key.json'), '{');
    const ended = await start({ ACCORD_DATA_DIR: data });
    expect(ended).toEqual([2, '', [expect.stringMatching(/^The signing key .*signing-key\.json is damaged\. Put it/)]]);
    expect(readFileSync(join(data, 'signing-key.json'), 'utf8')).toBe('{');
  }, 30_000);

  it('when its log is none, and leaves nothing beside it', async () => {
    const data = join(folder, 'log');
    mkdirSync(data);
    writeFileSync(join(data, 'accord.db'), 'a letter');
    const ended = await start({ ACCORD_DATA_DIR: data });
    expect(ended).toEqual([2, '', [expect.stringContaining('accord.db is not an event store.')]]);
    expect(readdirSync(data)).toEqual(['accord.db']);
  }, 30_000);
});

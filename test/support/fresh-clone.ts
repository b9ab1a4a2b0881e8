import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileInto } from './compiled.js';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const COPIED = ['apps', 'examples', 'jest.config.js', 'libs', 'tsconfig.json', 'tsconfig.build.json'];
const READY = /^Accord is ready at (http:\S+)$/m;

/** The repository as a newcomer has it, and a shell in it. */
export interface FreshClone {
  readonly folder: string;
  /**
   * Runs a command line to its end, with the server's address for the commands that ask it; resolves to what it printed
   * on stdout. Throws with all it said when it fails.
   */
  run(command: string): Promise<string>;
  /** Starts a server with a command line, in place of the one before, and resolves to its address. */
  serve(command: string): Promise<string>;
  /** Ends the server as Ctrl-C does. */
  stopServing(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A copy of the sources with what `npm ci` and `npm run build` make of them: the packages are those of the repository, and
 * the build is done here and now by the specs' compiler, which takes seconds. Servers take a free port.
 */
export async function freshClone(): Promise<FreshClone> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-clone-'));
  for (const name of COPIED) cpSync(join(REPOSITORY, name), join(folder, name), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { readonly scripts: object };
  const built = { ...manifest, scripts: { ...manifest.scripts, build: 'true' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(built));
  await compileInto(join(folder, 'dist'));

  let server: Running | undefined;
  let url: string | undefined;
  const stopServing = async (): Promise<void> => {
    if (server === undefined) return;
    signalGroup(server.process, 'SIGINT');
    await server.ended;
    server = undefined;
  };
  return {
    folder,
    run: async (command) => {
      const { code, stdout, said } = await start(folder, command, url).ended;
      if (code !== 0) throw new Error(`${command}\nended with code ${String(code)}:\n${said}`);
      return stdout;
    },
    serve: async (command) => {
      await stopServing();
      server = start(folder, command);
      return (url = await server.ready);
    },
    stopServing,
    remove: async () => {
      await stopServing();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly process: ChildProcess;
  readonly ready: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly said: string }>;
}

function start(folder: string, command: string, url?: string): Running {
  const { PATH, HOME } = process.env;
  const child = spawn('bash', ['-c', command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, PORT: '0', ...(url === undefined ? {} : { ACCORD_URL: url }) },
    // A group of its own, so that a signal reaches npm and what npm started, as Ctrl-C does.
    detached: true,
  });
  let stdout = '';
  let said = '';
  const ended = new Promise<Awaited<Running['ended']>>((done) =>
    child.once('close', (code) => done({ code, stdout, said })),
  );
  const ready = new Promise<string>((found, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      said += chunk.toString();
      const url = READY.exec(stdout)?.[1];
      if (url !== undefined) found(url);
    });
    void ended.then(() => fail(new Error(`${command}\nended before it was ready:\n${said}`)));
  });
  ready.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { process: child, ready, ended };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

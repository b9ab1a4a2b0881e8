import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const API_MAIN = fileURLToPath(new URL('../../api/src/main.js', import.meta.url));
const READY = /^Accord is ready at (http:\S+)$/;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A running API server that this command started. */
export interface ApiProcess {
  readonly url: string;
  /** Resolves when the server has ended, with its exit code. */
  readonly ended: Promise<number>;
  /** Whether the command was asked to end (Ctrl-C, SIGTERM): the server is ending then, or has. */
  readonly interrupted: () => boolean;
  /** Asks the server to finish what is in flight and end; resolves when it has. */
  stop(): Promise<void>;
}

/** The server could not be started; the message is what it said. */
export class ApiNotStarted extends Error {
  override readonly name = 'ApiNotStarted';
}

/**
 * Starts the API as its own process on a data directory and waits until it answers. Port 0 takes a free one. It ends in
 * good order when this command is asked to end, and at once when that is asked a second time; when the command is killed,
 * it ends in good order by itself. Throws {@link ApiNotStarted} with the server's own line when it ends before it is ready.
 */
export async function startApi(options: {
  readonly dataDirectory: string;
  readonly port: number;
  readonly logLevel?: string;
}): Promise<ApiProcess> {
  const child = spawn(process.execPath, [API_MAIN], {
    // The server ends when the channel closes, however this command ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, so that Ctrl-C does not ask it to end beside this command, which would be the second time.
    detached: true,
    windowsHide: true,
    env: {
      ...process.env,
      PORT: String(options.port),
      ACCORD_DATA_DIR: options.dataDirectory,
      ACCORD_LOG_LEVEL: options.logLevel ?? process.env['ACCORD_LOG_LEVEL'] ?? 'warn',
    },
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const interrupted = endWithThisCommand(child, ended);
  // Until it is ready, what the server says is the message of the error; after that it goes to whoever is looking.
  let said = '';
  let ready = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    if (ready) process.stderr.write(chunk);
    else said = `${said}${chunk.toString()}`.slice(-4000);
  });
  const url = await Promise.race([readyLine(child), ended.then(() => undefined)]);
  if (url === undefined) throw notStarted(said, interrupted());
  ready = true;
  process.stderr.write(said);
  return {
    url,
    ended,
    interrupted,
    stop: async () => {
      askToEnd(child);
      await ended;
    },
  };
}

/** Passes on that the command is asked to end; says whether it was. */
function endWithThisCommand(child: ChildProcess, ended: Promise<unknown>): () => boolean {
  let interrupted = false;
  const interrupt = (): void => {
    if (interrupted) child.kill('SIGTERM');
    else askToEnd(child);
    interrupted = true;
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  void ended.then(() => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  });
  return () => interrupted;
}

function askToEnd(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}

function notStarted(said: string, interrupted: boolean): ApiNotStarted {
  if (interrupted) return new ApiNotStarted('Interrupted before the server was ready.');
  return new ApiNotStarted(said.trim() || 'The server ended before it was ready.');
}

function readyLine(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (child.stdout === null) resolve(undefined);
    else
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = READY.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
  });
}

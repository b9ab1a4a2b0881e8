import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Node process that a test started, and what it says. */
export class Child {
  /** Resolves to its exit code, `null` after a signal, when it is gone. */
  readonly ended: Promise<number | null>;
  /** Everything it wrote to stderr. */
  complaint = '';
  private readonly lines: AsyncIterator<string, undefined>;

  constructor(private readonly process: ChildProcess) {
    process.stderr?.on('data', (chunk: Buffer) => (this.complaint += chunk.toString()));
    this.ended = once(process, 'close').then(([code]) => code as number | null);
    if (process.stdout === null) throw new Error('A child needs its stdout piped.');
    this.lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]() as typeof this.lines;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Its next line on stdout. Throws with what it wrote to stderr when it ended instead. */
  async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done !== true) return value;
    throw new Error(`The child ended (${String(await this.ended)}): ${this.complaint}`);
  }

  /** Sends a signal without waiting for what it does. */
  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Sends a signal that ends it; resolves to its exit code when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** Starts a script with these variables and no others but PATH. */
export function startChild(
  script: string,
  variables: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Child {
  const { PATH = '' } = process.env;
  return new Child(
    spawn(process.execPath, [script, ...args], { env: { PATH, ...variables }, stdio: ['pipe', 'pipe', 'pipe'] }),
  );
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** A processor core that a child is bound to, where the machine can do that. */
export type Core = 0 | 1;

const canPin = process.platform === 'linux' && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** How a script is started; without settings it has those of this process. */
export interface ScriptOptions {
  readonly core?: Core;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdout?: 'inherit' | 'pipe';
  readonly nodeOptions?: readonly string[];
}

/** Starts a script in a process of its own that can send messages to this one. */
export function startScript(
  script: string,
  args: readonly string[],
  { core, env = process.env, stdout = 'inherit', nodeOptions = [] }: ScriptOptions = {},
): ChildProcess {
  const command = [process.execPath, '--expose-gc', ...nodeOptions, script, ...args];
  const [program, ...rest] = core === undefined || !canPin ? command : ['taskset', '-c', String(core), ...command];
  return spawn(program!, rest, { env, stdio: ['ignore', stdout, 'inherit', 'ipc'] });
}

/** Runs a script in a process of its own and returns the one message that it sends. Rejects when it ends without one. */
export function answerOf<Answer>(script: URL, args: readonly string[], core?: Core): Promise<Answer> {
  const child = startScript(script.pathname, args, core === undefined ? {} : { core });
  return new Promise((resolve, reject) => {
    let answer: { readonly value: Answer } | undefined;
    child.on('message', (value) => (answer = { value: value as Answer }));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (answer !== undefined && code === 0) resolve(answer.value);
      else reject(new Error(`${script.pathname} ended with ${String(code ?? signal)} and without an answer.`));
    });
  });
}

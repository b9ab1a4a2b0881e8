import { jest } from '@jest/globals';
import { runCli } from '../../apps/cli/src/run-cli.js';

/** What a command line ended with. */
export interface CommandLineResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, and takes down what it writes. */
export async function commandLine(...given: readonly string[]): Promise<CommandLineResult> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  try {
    const code = await runCli(['node', 'accord', ...given]);
    return { code, ...written };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

/** What the exit code of every command means. */
export const ExitCode = { done: 0, failed: 1, usage: 2, partly: 3 } as const;

/** Ends a command with a message for people and an exit code for scripts. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    message: string,
    readonly exitCode: number = ExitCode.failed,
  ) {
    super(message);
  }
}

/** An error as it may stand in the log. */
export interface LoggableError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggableError;
}

/** Causes of causes that are still told. */
const DEEPEST_CAUSE = 3;

/**
 * What the log keeps of an error. Drivers and parsers repeat the data they failed on in quotes, in braces and in fields of
 * their own, so what is quoted is cut and other fields are left out; the stack says where to look.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutData(String(error)) };
  const { code } = error as { readonly code?: unknown };
  const { cause, stack } = error;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: withoutData(error.message),
    ...(stack === undefined ? {} : { stack: frames(stack, error.message) }),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: loggableError(cause, depth + 1) }),
  };
}

/** A text without what it quotes; connection strings lose their user and password. */
function withoutData(text: string): string {
  return text
    .replace(/\{.*\}/gs, '{…}')
    .replace(/"[^"]*"?/gs, '"…"')
    .replace(/'[^']*'|`[^`]*`/gs, '"…"')
    .replace(/\/\/\S*@/g, '//…@')
    .replace(/[^\s@/<>…]+@[^\s@<>]+/g, '…@…');
}

/** Only the places: the message stands before them, however many lines it has. */
function frames(stack: string, message: string): string {
  const afterMessage = stack.indexOf(message) + message.length;
  return stack
    .slice(stack.includes(message) ? afterMessage : 0)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

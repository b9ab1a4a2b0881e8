import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { loggableError } from './loggable-error.js';

/**
 * The process's log: JSON lines on stderr (or elsewhere), so that stdout stays for what was asked for. No personal data
 * goes in; errors under `err` lose what they quote.
 */
export function createLog(level: string, service = 'accord-api', destination?: DestinationStream): Logger {
  const options = { level, base: { service }, serializers: { err: (error: unknown) => loggableError(error) } };
  // Each line is out before the next statement: a line under way to a reader that is gone would keep the process from ending.
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

/** Nest logs every error a resolver throws, expected ones too; faults are logged once, where the client's answer is made. */
const LOGGED_AS_FAULT = 'ExceptionsHandler';

/** Lets Nest write into the process's log. */
export function nestLogger(log: Logger): LoggerService {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, ...rest: readonly unknown[]): void => {
      const context = rest.at(-1);
      if (context === LOGGED_AS_FAULT) return;
      log[level]({ context: typeof context === 'string' ? context : undefined }, String(message));
    };
  return { log: at('debug'), verbose: at('debug'), debug: at('debug'), warn: at('warn'), error: at('error') };
}

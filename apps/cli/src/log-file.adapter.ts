import { join } from 'node:path';

/** The file of the embedded log by the server's own settings; `undefined` when they name a log on a server. */
export function embeddedLogFile(dataDir: string): string | undefined {
  const named = process.env['ACCORD_EVENT_STORE'] ?? '';
  if (named === '') return join(dataDir, 'accord.db');
  return named.startsWith('sqlite:') ? named.slice('sqlite:'.length) : undefined;
}

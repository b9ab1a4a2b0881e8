import { EventStoreRefused } from './event-store-refused.js';
import type { ConnectionWatch } from './connection-watch.adapter.js';
import type { LogClient } from './log-client.js';
import { type Patience, pause, within } from './retry.adapter.js';
import { isNewEnough, OLDEST_SERVER } from './server-version.js';
import { faultReason, startFault } from './server-fault.js';

/** What is asked at the start, and how patiently. */
export interface StartParts {
  readonly client: LogClient;
  readonly hosts: string;
  readonly watch: ConnectionWatch;
  readonly patience: Patience;
}

/**
 * Finds out at the start what would otherwise fail later and again and again: that the server is there and new enough,
 * takes the credentials and lets `$all` be read. Throws {@link EventStoreRefused}.
 */
export async function checkServer(parts: StartParts): Promise<void> {
  const { client, hosts } = parts;
  const version = await answered(parts, () => client.serverVersion());
  if (!isNewEnough(version))
    throw new EventStoreRefused(
      `leads to ${hosts}, which says that its version is "${version}". The oldest that loses no event is ` +
        `${OLDEST_SERVER}: upgrade the server.`,
    );
  await answered(parts, async () => {
    const reading = client.readAll({ from: undefined, direction: 'backwards', limit: 1 });
    try {
      for await (const _last of reading) break;
    } finally {
      reading.stop();
    }
  });
}

/** Asks until there is an answer or a reason why there will be none; a server may still be on its way up. */
async function answered<Answer>({ hosts, watch, patience }: StartParts, ask: () => Promise<Answer>): Promise<Answer> {
  const line = watch.line('the start');
  const giveUpAt = Date.now() + patience.startMs;
  try {
    for (;;) {
      try {
        return await within(patience.attemptMs, ask());
      } catch (error) {
        const fault = startFault(error, hosts);
        if (fault !== undefined) throw fault;
        const delay = patience.delay(line.dropped(error));
        if (Date.now() + delay >= giveUpAt) throw unreachable(hosts, error);
        await pause(delay, NEVER);
      }
    }
  } finally {
    line.release();
  }
}

const NEVER = new AbortController().signal;

function unreachable(hosts: string, cause: unknown): EventStoreRefused {
  const reason = faultReason(cause);
  // something takes the connection and hangs up at the first word: a server that speaks TLS only does
  const remedy = reason.includes('Failed to connect')
    ? 'Start the server, correct the address, or ask for TLS (tls=true).'
    : 'Start the server, or correct the address.';
  return new EventStoreRefused(`leads to ${hosts}, where no event store answers (${reason}). ${remedy}`, { cause });
}

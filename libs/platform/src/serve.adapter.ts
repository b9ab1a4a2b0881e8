import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen } from './listen.adapter.js';
import type { Platform } from './platform.adapter.js';
import { stopOnSignals } from './shutdown/stop-on-signals.adapter.js';

/**
 * Opens the port of a server over a platform, and stops both in good order on SIGINT and SIGTERM; resolves to its address.
 * Throws `ConfigurationInvalid`, with everything closed, when the system does not give the address.
 */
export async function serve(app: NestFastifyApplication, platform: Platform): Promise<string> {
  const { configuration, lifecycle, log } = platform;
  const stop = async (): Promise<void> => {
    await app.close();
    await platform.close();
  };
  stopOnSignals({
    lifecycle,
    log,
    delayMs: configuration.shutdownDelayMs,
    timeoutMs: configuration.shutdownTimeoutMs,
    stop,
  });
  try {
    return await listen(app, configuration);
  } catch (error) {
    await stop();
    throw error;
  }
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen } from './listen.adapter.js';
import type { Platform } from './platform.adapter.js';
import { stopWhenAsked } from './shutdown/stop-when-asked.adapter.js';

/**
 * Opens the port of a server over a platform, and stops both in good order when it is asked to; resolves to its address.
 * Throws `ConfigurationInvalid`, with everything closed, when the system does not give the address.
 */
export async function serve(app: NestFastifyApplication, platform: Platform): Promise<string> {
  const { configuration, lifecycle, log } = platform;
  const listening = listen(app, configuration);
  const stop = async (): Promise<void> => {
    await listening.catch(() => undefined);
    await app.close();
    await platform.close();
  };
  stopWhenAsked({
    lifecycle,
    log,
    delayMs: configuration.shutdownDelayMs,
    timeoutMs: configuration.shutdownTimeoutMs,
    stop,
  });
  try {
    return await listening;
  } catch (error) {
    await stop();
    throw error;
  }
}

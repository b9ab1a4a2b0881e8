import { VaultFileRefused } from '#directory';
import { EventStoreFileRefused } from '#event-store';
import { ConfigurationInvalid, configurationFrom, createLog, startPlatform, stopOnSignals } from '#platform';
import { createApi } from './create-api.js';

/** Starts the server, says where it is in one line on stdout, and stops in good order on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env);
  const log = createLog(configuration.logLevel);
  const platform = await startPlatform(configuration, log);
  const app = await createApi(platform);
  stopOnSignals({
    lifecycle: platform.lifecycle,
    log,
    delayMs: configuration.shutdownDelayMs,
    timeoutMs: configuration.shutdownTimeoutMs,
    stop: async () => {
      await app.close();
      await platform.close();
    },
  });
  await app.listen(configuration.port, configuration.host);
  await platform.engine.ready();
  process.stdout.write(`Accord is ready at ${(await app.getUrl()).replace('[::1]', 'localhost')}\n`);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigurationInvalid ||
    error instanceof EventStoreFileRefused ||
    error instanceof VaultFileRefused;
  process.stderr.write(`${expected ? error.message : String((error as Error | undefined)?.stack ?? error)}\n`);
  process.exit(expected ? 2 : 1);
});

import { VaultFileRefused } from '#directory';
import { EventStoreFileRefused } from '#event-store';
import { ConfigurationInvalid, configurationFrom, createLog, startPlatform, stopOnSignals } from '#platform';
import { createProjector } from './create-projector.js';

/** Starts a projector, says where its health is in one line on stdout, and hands its work over on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env, 'projector');
  const log = createLog(configuration.logLevel, 'accord-projector');
  const platform = await startPlatform(configuration, log);
  const app = await createProjector(platform);
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
  process.stdout.write(`Accord's projector runs; its health is at ${await app.getUrl()}/health/ready\n`);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigurationInvalid ||
    error instanceof EventStoreFileRefused ||
    error instanceof VaultFileRefused;
  process.stderr.write(`${expected ? error.message : String((error as Error | undefined)?.stack ?? error)}\n`);
  process.exit(expected ? 2 : 1);
});

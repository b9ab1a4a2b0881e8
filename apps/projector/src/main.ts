import { VaultFileRefused } from '#directory';
import { EventStoreFileRefused } from '#event-store';
import { ConfigurationInvalid, configurationFrom, createLog, startPlatform } from '#platform';
import { createProjector } from './create-projector.js';

/** Starts a projector, says where its health is in one line on stdout, and hands its work over on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env, 'projector');
  const log = createLog(configuration.logLevel, 'accord-projector');
  const platform = await startPlatform(configuration, log);
  const app = await createProjector(platform);
  await app.listen(configuration.port, configuration.host);
  process.stdout.write(`Accord's projector runs; its health is at ${await app.getUrl()}/health/ready\n`);

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: finishing what is in hand and releasing the leases');
    void app
      .close()
      .then(() => platform.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop in good order');
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigurationInvalid ||
    error instanceof EventStoreFileRefused ||
    error instanceof VaultFileRefused;
  process.stderr.write(`${expected ? error.message : String((error as Error | undefined)?.stack ?? error)}\n`);
  process.exit(expected ? 2 : 1);
});

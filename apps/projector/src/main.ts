import { configurationFrom, createLog, endRefusedStart, listen, startPlatform } from '#platform';
import { createProjector } from './create-projector.js';

/** Starts a projector, says where its health is in one line on stdout, and hands its work over on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env, 'projector');
  const log = createLog(configuration.logLevel, 'accord-projector');
  const platform = await startPlatform(configuration, log);
  const app = await createProjector(platform);
  const url = await listen(app, configuration).catch(async (error: unknown) => {
    await app.close();
    await platform.close();
    throw error;
  });

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
  // Whoever reads this may ask it to stop at once.
  process.stdout.write(`Accord's projector runs; its health is at ${url}/health/ready\n`);
}

main().catch(endRefusedStart);

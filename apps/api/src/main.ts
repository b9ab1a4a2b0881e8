import { configurationFrom, createLog, endRefusedStart, listen, startPlatform } from '#platform';
import { createApi } from './create-api.js';

/** Starts the server, says where it is in one line on stdout, and stops in good order on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env);
  const log = createLog(configuration.logLevel);
  const platform = await startPlatform(configuration, log);
  const app = await createApi(platform);
  const url = await listen(app, configuration).catch(async (error: unknown) => {
    await app.close();
    await platform.close();
    throw error;
  });

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: finishing what is in flight');
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
  process.stdout.write(`Accord is ready at ${url}\n`);
}

main().catch(endRefusedStart);

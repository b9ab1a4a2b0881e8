import { VaultFileRefused } from '#directory';
import { EventStoreFileRefused } from '#event-store';
import { SigningKeyRefused } from '#identity';
import { ConfigurationInvalid, configurationFrom } from './configuration.js';
import { createApi } from './create-api.js';
import { listen } from './listen.adapter.js';
import { createLog } from './log.adapter.js';
import { startPlatform } from './platform.adapter.js';

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
  process.stdout.write(`Accord is ready at ${url}\n`);

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
}

/** What is wrong outside the program: its message is one line for people. */
const EXPECTED = [ConfigurationInvalid, EventStoreFileRefused, VaultFileRefused, SigningKeyRefused];

main().catch((error: unknown) => {
  const expected = error instanceof Error && EXPECTED.some((kind) => error instanceof kind);
  process.stderr.write(`${expected ? error.message : String((error as Error | undefined)?.stack ?? error)}\n`);
  process.exit(expected ? 2 : 1);
});

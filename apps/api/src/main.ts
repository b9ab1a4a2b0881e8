import { configurationFrom, createLog, endRefusedStart, serve, startPlatform } from '#platform';
import { createApi } from './create-api.js';

/**
 * Starts the server, says where it is in one line on stdout, and stops in good order on SIGINT, on SIGTERM and when the
 * command that started it is gone.
 */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env);
  const platform = await startPlatform(configuration, createLog(configuration.logLevel));
  const url = await serve(await createApi(platform), platform);
  await platform.engine.ready();
  if (platform.lifecycle.phase === 'stopping') return;
  process.stdout.write(`Accord is ready at ${url}\n`);
}

main().catch(endRefusedStart);

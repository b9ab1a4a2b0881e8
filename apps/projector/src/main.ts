import { configurationFrom, createLog, endRefusedStart, serve, startPlatform } from '#platform';
import { createProjector } from './create-projector.js';

/** Starts a projector, says where its health is in one line on stdout, and hands its work over on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env, 'projector');
  const platform = await startPlatform(configuration, createLog(configuration.logLevel, 'accord-projector'));
  const url = await serve(await createProjector(platform), platform);
  process.stdout.write(`Accord's projector runs; its health is at ${url}/health/ready\n`);
}

main().catch(endRefusedStart);

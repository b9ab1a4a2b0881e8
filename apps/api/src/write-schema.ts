import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { catalogueText, EVENTS_FILE, LoadedEvents } from '#analytics';
import { configurationFrom, createLog, startPlatform } from '#platform';
import { createApi } from './create-api.js';
import { lostBy, SCHEMA_FILE, schemaFileText } from './schema-file.js';

/** What is generated from the running code. */
interface Generated {
  readonly schema: GraphQLSchema;
  readonly events: string;
}

/**
 * Writes the schema file and the page of the event catalogue; refuses to break what is published unless called with
 * `--breaking`.
 */
async function main(): Promise<void> {
  const { schema, events } = await generated();
  await write(EVENTS_FILE, events, await textIn(EVENTS_FILE));
  const published = await textIn(SCHEMA_FILE);
  const lost = published === undefined ? [] : lostBy(schema, published);
  if (lost.length > 0 && !process.argv.includes('--breaking')) {
    process.stderr.write(
      `${SCHEMA_FILE} was not written: clients would lose what is published.\n${lost.map((loss) => `- ${loss}\n`).join('')}` +
        'Keep it and mark it as deprecated, or write it anyway: npm run schema -- --breaking\n',
    );
    process.exitCode = 1;
    return;
  }
  await write(SCHEMA_FILE, schemaFileText(schema), published);
}

async function textIn(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

async function write(file: string, text: string, before: string | undefined): Promise<void> {
  await writeFile(file, text);
  process.stdout.write(`${file} ${text === before ? 'is as it was' : 'is written'}.\n`);
}

/** Schema and events of the whole system, started on an empty folder of its own. */
async function generated(): Promise<Generated> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-schema-'));
  const configuration = configurationFrom({ ACCORD_DATA_DIR: folder, ACCORD_LOG_LEVEL: 'error' });
  const platform = await startPlatform(configuration, createLog(configuration.logLevel));
  try {
    const app = await createApi(platform);
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    const events = catalogueText(app.get(LoadedEvents, { strict: false }).all());
    await app.close();
    return { schema, events };
  } finally {
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();

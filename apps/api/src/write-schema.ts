import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { configurationFrom, createLog, startPlatform } from '#platform';
import { createApi } from './create-api.js';
import { lostBy, SCHEMA_FILE, schemaFileText } from './schema-file.js';

/** Writes the schema file; refuses to break what is published unless called with `--breaking`. */
async function main(): Promise<void> {
  const schema = await presentSchema();
  const published = await readFile(SCHEMA_FILE, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  const lost = published === undefined ? [] : lostBy(schema, published);
  if (lost.length > 0 && !process.argv.includes('--breaking')) {
    process.stderr.write(
      `${SCHEMA_FILE} was not written: clients would lose what is published.\n${lost.map((loss) => `- ${loss}\n`).join('')}` +
        'Keep it and mark it as deprecated, or write it anyway: npm run schema -- --breaking\n',
    );
    process.exitCode = 1;
    return;
  }
  const text = schemaFileText(schema);
  await writeFile(SCHEMA_FILE, text);
  process.stdout.write(`${SCHEMA_FILE} ${text === published ? 'is as it was' : 'is written'}.\n`);
}

/** The schema of the whole system, started on an empty folder of its own. */
async function presentSchema(): Promise<GraphQLSchema> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-schema-'));
  const configuration = configurationFrom({ ACCORD_DATA_DIR: folder, ACCORD_LOG_LEVEL: 'error' });
  const platform = await startPlatform(configuration, createLog(configuration.logLevel));
  try {
    const app = await createApi(platform);
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    await app.close();
    return schema;
  } finally {
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, printSchema } from 'graphql';
import { catalogueText, EVENTS_FILE, LoadedEvents } from '#analytics';
import { lostBy, SCHEMA_FILE, schemaFileText } from '../../apps/api/src/schema-file.js';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';

describe('the published schema', () => {
  let api: ApiUnderTest;
  let published: string;
  beforeAll(async () => {
    api = await startApiUnderTest();
    published = await readFile(join(import.meta.dirname, '../..', SCHEMA_FILE), 'utf8');
  });
  afterAll(() => api.dispose());

  it('is the one that is served; otherwise "npm run schema" was forgotten', () => {
    expect(schemaFileText(api.schema)).toBe(published);
  });

  it('breaks nothing that it promised itself', () => {
    expect(lostBy(api.schema, published)).toEqual([]);
  });

  it.each([
    [
      'a query that is gone',
      (sdl: string) => sdl.replace(/^ {2}portfolio\(/m, '  portfolios('),
      'Query.portfolio was removed.',
    ],
    [
      'a field that may be missing now',
      (sdl: string) => sdl.replace('revision: Int!', 'revision: Int'),
      'revision changed type from Int! to Int.',
    ],
    [
      'an input that has to be given now',
      (sdl: string) => sdl.replace(/^(input AgreeActionInput .*)$/m, '$1\n  priority: Int!'),
      'A required field priority on input type AgreeActionInput was added.',
    ],
  ])('notices %s', (_case, change, description) => {
    const changed = buildSchema(change(printSchema(buildSchema(published))));
    expect(lostBy(changed, published).join('\n')).toContain(description);
  });
});

describe('the page of the event catalogue', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.dispose());

  it('tells what there is; otherwise "npm run schema" was forgotten', async () => {
    const page = await readFile(join(import.meta.dirname, '../..', EVENTS_FILE), 'utf8');
    expect(catalogueText(api.app.get(LoadedEvents, { strict: false }).all())).toBe(page);
  });
});

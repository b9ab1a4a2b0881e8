import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexesOf } from '#document-store';
import { projectionSpecification } from '#event-sourcing/testing';
import { loadProjectionFile } from './load-projection-file.adapter.js';
import { typeProblems } from './type-problems.adapter.js';

/** A file that is in order: specs break it in one place. */
const good = `
import { CompoundIndex, defineProjection, Field, ID, Indexed, Int, LocalDate, ObjectType, partnershipIdOf } from '#analytics';

@ObjectType({ description: 'How far a partnership got.' })
@CompoundIndex(['category', 'openedOn'])
class Funnel {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => String)
  readonly category!: string;

  @Field(() => LocalDate)
  readonly openedOn!: string;

  @Field(() => Int, { nullable: true })
  readonly reviews?: number;
}

export default defineProjection({
  name: 'funnel',
  version: 1,
  document: Funnel,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { occurredOn, data }, id) => ({ id, category: data.category, openedOn: occurredOn }),
    ReviewHeld: (found) => found && { ...found, reviews: (found.reviews ?? 0) + 1 },
  },
});
`;

describe('a projection file', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-projections-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const written = async (text: string, name = 'funnel.ts'): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };

  /** What the file is refused with. */
  const refusal = async (text: string, options = {}): Promise<string> => {
    const file = await written(text);
    const loading = loadProjectionFile(file, options).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    return (await loading).replaceAll(file, 'FILE');
  };

  test('is loaded from anywhere on the disk', async () => {
    const file = await written(good);
    const loaded = await loadProjectionFile(file);
    expect(loaded.file).toBe(file);
    expect(loaded.projection.name).toBe('funnel');
    expect(indexesOf(loaded.projection.document)).toEqual([
      { fields: ['category'] },
      { fields: ['category', 'openedOn'] },
    ]);
    projectionSpecification(loaded.projection, 'partnership-prt_1')
      .given({
        type: 'PartnershipProposed',
        occurredOn: '2026-03-31',
        data: { companyId: 'cmp_1', category: 'SALES', strategicRationale: 'a market' },
      })
      .then({ prt_1: { id: 'prt_1', category: 'SALES', openedOn: '2026-03-31' } });
  });

  test('is loaded as it is now', async () => {
    await loadProjectionFile(await written(good));
    const { projection } = await loadProjectionFile(await written(good.replace('version: 1', 'version: 2')));
    expect(projection.version).toBe(2);
  });

  test('may be JavaScript', async () => {
    const script = good.replaceAll('readonly ', '').replaceAll(/[!?]: \w+;/g, ';');
    const { projection } = await loadProjectionFile(await written(script, 'funnel.js'));
    expect(projection.name).toBe('funnel');
  });

  test('is refused when it does not exist', async () => {
    await expect(loadProjectionFile(join(folder, 'none.ts'))).rejects.toThrow(/none.ts: It cannot be read: ENOENT/);
  });

  test.each([
    ['is no TypeScript', good.replace('export default', 'export defualt'), /^ProjectionFileInvalid: FILE:21:1: /],
    ['throws', `${good}\nthrow new Error('not today');`, /FILE: It throws when it is loaded: not today/],
    ['exports nothing', good.replace('export default ', ''), /exports no projection by default/],
    ['has no name of a projection', good.replace("'funnel'", "'Funnel'"), /name is "Funnel"; it must be kebab-case/],
    ['has a broken version', good.replace('version: 1', 'version: 1.5'), /version is 1.5; it must be a whole number/],
    ['has no document', good.replace('document: Funnel', 'document: {}'), /It has no document/],
    ['has no key', good.replace(/key: .*/, ''), /key is no function/],
    ['reads nothing', good.replace(/on: \{[^]*\},\n\}\)/, 'on: {}})'), /on names no event/],
    [
      'reads an unknown event',
      good.replace('ReviewHeld', 'RevewHeld'),
      /no event "RevewHeld". Is "ReviewHeld" meant\?/,
    ],
    ['reads what nobody knows', good.replace('ReviewHeld', 'Xyzzy'), /no event "Xyzzy". docs\/events.md/],
    ['has no handler', good.replace(/ReviewHeld: .*/, 'ReviewHeld: 1,'), /on.ReviewHeld is no function/],
    ['has no GraphQL type', good.replace(/@ObjectType.*/, ''), /Its document Funnel is no GraphQL type/],
    ['has no fields', good.replaceAll(/@Field.*/g, ''), /Its document Funnel has no fields/],
    ['says no type', good.replace('@Field(() => ID)', '@Field()'), /The field "id" of Funnel does not say its type/],
    ['says no usable type', good.replace('=> ID)', '=> Date)'), /The type of the field "id" of Funnel cannot be used/],
    ['is several files', `import './stages.js';${good}`, /It imports ".\/stages.js". A projection is one file/],
    ['goes round the door', `import '@nestjs/graphql';${good}`, /Import the decorators from "#analytics"/],
  ])('is refused when it %s', async (_, text, why) => {
    expect(await refusal(text)).toMatch(why);
  });

  test('is refused when loading it never ends', async () => {
    expect(await refusal(`${good}\nawait new Promise(() => undefined);`, { timeLimitMs: 1_000 })).toBe(
      'ProjectionFileInvalid: FILE: An `await` outside its functions has not ended after 1 s. Take it out: a projection knows ' +
        'only what events tell it.',
    );
  });

  describe('whose types are checked', () => {
    test('says so where there are no sources to check them with', async () => {
      const source = { file: join(folder, 'funnel.ts'), text: good };
      await expect(typeProblems(source, folder)).rejects.toThrow(
        `The types of ${source.file} cannot be checked here: ${folder} holds the built files only.`,
      );
    });

    test('is in order as JavaScript, which says none', async () => {
      expect(await typeProblems({ file: join(folder, 'funnel.js'), text: 'let x = 1; x = "a";' })).toEqual([]);
    });

    test('is in order', async () => {
      expect(await refusal(good, { check: true })).toBe('nothing');
    });

    test('is refused with the line of each mistake', async () => {
      const broken = good.replace('data.category', 'data.categroy').replace('ReviewHeld', 'RevewHeld');
      const said = await refusal(broken, { check: true });
      expect(said).toMatch(/FILE:27:\d+: Property 'categroy' does not exist/);
      expect(said).toMatch(/FILE:28:5: .*There is no event RevewHeld/);
    });
  });
});

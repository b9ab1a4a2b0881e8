import { openInProcessDocumentStore } from '#document-store';
import { type FieldCondition, where } from './where.js';

interface Row {
  readonly name?: string;
  readonly reviews?: number;
  readonly tags: readonly string[];
}

const rows: Readonly<Record<string, Row>> = {
  a: { name: 'Anton', reviews: 1, tags: ['new'] },
  b: { name: 'Antonia', reviews: 2, tags: [] },
  c: { name: 'Berta', reviews: 3, tags: ['new', 'paper'] },
  d: { tags: ['paper'] },
};

describe('a filter by conditions', () => {
  const selected = async (conditions: Readonly<Record<string, FieldCondition>>): Promise<string> => {
    const documents = await openInProcessDocumentStore().collection<Row>('rows', []);
    await documents.write(Object.entries(rows).map(([id, document]) => ({ id, document, position: '1' })));
    const { documents: found } = await documents.find({ filter: where(conditions), limit: 10 });
    return found.map(({ id }) => id).join('');
  };

  test.each([
    ['nothing', {}, 'abcd'],
    ['equality', { name: { eq: 'Berta' } }, 'c'],
    ['one of several', { name: { in: ['Anton', 'Berta'] } }, 'ac'],
    ['one of none', { name: { in: [] } }, ''],
    ['a range', { reviews: { gt: 1, lte: 3 } }, 'bc'],
    ['a range without its ends', { reviews: { gte: 1, lt: 3 } }, 'ab'],
    ['a beginning', { name: { startsWith: 'Anton' } }, 'ab'],
    ['any text', { name: { startsWith: '' } }, 'abc'],
    ['no value', { name: { isNull: true } }, 'd'],
    ['any value', { name: { isNull: false } }, 'abc'],
    ['an element of a list', { tags: { has: 'paper' } }, 'cd'],
    ['several fields', { tags: { has: 'new' }, reviews: { gte: 2 } }, 'c'],
    ['what excludes itself', { name: { eq: 'Anton', isNull: true } }, ''],
  ])('asks for %s', async (_, conditions, expected) => {
    expect(await selected(conditions)).toBe(expected);
  });

  test.each(['Ω', '😀', '\ud7ff'])('finds texts that begin with %j', async (prefix) => {
    const documents = await openInProcessDocumentStore().collection<Row>('rows', []);
    const names = [prefix, `${prefix}a`, `${prefix}\u{10ffff}`, `a${prefix}`, ''];
    await documents.write(
      names.map((name, index) => ({ id: String(index), document: { name, tags: [] }, position: '1' })),
    );
    const { documents: found } = await documents.find({
      filter: where({ name: { startsWith: prefix } }),
      limit: 10,
    });
    expect(found.map(({ id }) => id)).toEqual(['0', '1', '2']);
  });
});

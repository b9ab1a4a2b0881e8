import { openInProcessDocumentStore } from '#document-store';
import { type Conditions, where } from './where.js';

interface Row {
  readonly name?: string;
  readonly reviews?: number;
  readonly tags: readonly string[];
  readonly scores?: { readonly own: number; readonly partner?: number; readonly notes: readonly string[] };
  readonly contacts?: readonly { readonly personId: string; readonly days: number }[];
}

const rows: Readonly<Record<string, Row>> = {
  a: { name: 'Anton', reviews: 1, tags: ['new'], scores: { own: 4, notes: ['late'] } },
  b: { name: 'Antonia', reviews: 2, tags: [], scores: { own: 2, partner: 5, notes: [] } },
  c: {
    name: 'Berta',
    reviews: 3,
    tags: ['new', 'paper'],
    contacts: [
      { personId: 'prs_1', days: 10 },
      { personId: 'prs_2', days: 20 },
    ],
  },
  d: { tags: ['paper'] },
};

describe('a filter by conditions', () => {
  const selected = async (conditions: Conditions): Promise<string> => {
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
    ['a field of an object', { scores: { own: { gte: 3 } } }, 'a'],
    ['several fields of an object', { scores: { own: { eq: 2 }, partner: { gt: 4, lte: 5 } } }, 'b'],
    ['no value in an object, or no object', { scores: { partner: { isNull: true } } }, 'acd'],
    ['an element of a list in an object', { scores: { notes: { has: 'late' } } }, 'a'],
    ['a field of an object in a list', { contacts: { personId: { has: 'prs_2' } } }, 'c'],
    ['fields of different objects in a list', { contacts: { personId: { has: 'prs_1' }, days: { has: 20 } } }, 'c'],
    ['an object, of which it asks nothing', { scores: {} }, 'abcd'],
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

import { ApolloServer } from '@apollo/server';
import { queryLimitsPlugin } from './query-limits.plugin.js';

describe('limits of a query', () => {
  const server = new ApolloServer({
    typeDefs:
      'type Query { node: Node, nodes(first: Int): [Node] } type Node { id: ID, node: Node, nodes(first: Int): [Node] }',
    plugins: [queryLimitsPlugin({ depth: 4, cost: 500, aliases: 2, roots: 3 })],
  });
  afterAll(() => server.stop());

  const messageOf = async (query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> => {
    const { body } = await server.executeOperation({ query, variables });
    return body.kind === 'single' ? body.singleResult.errors?.[0]?.message : undefined;
  };

  it('let an ordinary query pass', async () => {
    expect(await messageOf('{ node { node { id } } }')).toBeUndefined();
  });

  it('refuse what is nested too deeply, also through fragments', async () => {
    expect(await messageOf('{ node { node { node { node { id } } } } }')).toContain('depth is 5; at most 4');
    expect(
      await messageOf(
        '{ node { ...A } } fragment A on Node { node { ...B } } fragment B on Node { node { node { id } } }',
      ),
    ).toContain('depth is 5');
  });

  it('refuse too many aliases and too many fields at the top', async () => {
    expect(await messageOf('{ a: node { x: id y: id } }')).toContain('aliases is 3; at most 2');
    expect(await messageOf('{ a: node { id } b: node { id } node { id } nodes { id } }')).toContain('roots is 4');
  });

  it('count each row that a page may have', async () => {
    expect(await messageOf('{ nodes(first: 100) { id } }')).toBeUndefined();
    expect(await messageOf('{ nodes(first: 100) { nodes(first: 10) { id } } }')).toContain('cost is');
  });

  it('count anew what variables change, also after values that did not fit', async () => {
    const pages =
      'query($first: Int, $some: Boolean = true) { nodes(first: $first) @include(if: $some) { nodes(first: 100) { id } } }';
    expect(await messageOf(pages, { first: 'many' })).toContain('Int cannot represent');
    expect(await messageOf(pages, { first: 2 })).toBeUndefined();
    expect(await messageOf(pages, { first: 100 })).toContain('cost is');
    expect(await messageOf(pages, { first: 100, some: false })).toBeUndefined();
  });

  it('refuse fragments that grow without bound when written out, without writing them out', async () => {
    const levels = 40;
    const fragments = Array.from({ length: levels }, (_, level) =>
      level === levels - 1
        ? `fragment F${String(level)} on Node { id }`
        : `fragment F${String(level)} on Node { ...F${String(level + 1)} ... on Node { ...F${String(level + 1)} } }`,
    );
    expect(await messageOf(`{ node { ...F0 } } ${fragments.join(' ')}`)).toContain('cost is 549755813889');
  });
});

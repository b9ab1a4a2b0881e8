import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApiUnderTest();
});
afterAll(() => api.dispose());

const nothingThere = {
  errors: [
    {
      message: 'There is nothing at this address. GraphQL is at POST /graphql, the explorer at /explorer.',
      extensions: { code: 'NOT_FOUND' },
    },
  ],
};

describe('an address where nothing is answers like every other refusal, and repeats nothing of what was asked', () => {
  it.each([
    ['GET', '/nosuch'],
    ['GET', '/nosuch/erika.mustermann?token=geheim'],
    ['GET', '/health'],
    ['GET', '/explorer/package.json'],
    ['GET', '/graphql/'],
    ['PUT', '/graphql'],
    ['DELETE', '/'],
    ['POST', '/graphql/batch'],
  ])('%s %s', async (method, path) => {
    const response = await fetch(`${api.url}${path}`, { method });
    expect([response.status, await response.json()]).toEqual([404, nothingThere]);
    expect(response.headers.get('x-correlation-id')).not.toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/%', '/nosuch/%ff?token=geheim'])('and so does %s, which is no address', async (path) => {
    const response = await fetch(`${api.url}${path}`);
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: 'The address cannot be read. GraphQL is at POST /graphql, the explorer at /explorer.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });
});

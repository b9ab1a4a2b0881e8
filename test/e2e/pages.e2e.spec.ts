import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';

/** Everything a browser loads for the two pages, by its media type. */
const files = {
  '/': 'text/html; charset=utf-8',
  '/landing.css': 'text/css; charset=utf-8',
  '/explorer': 'text/html; charset=utf-8',
  '/explorer/explorer.css': 'text/css; charset=utf-8',
  '/explorer/start.js': 'text/javascript; charset=utf-8',
  '/explorer/graphiql.css': 'text/css; charset=utf-8',
  '/explorer/graphiql.js': 'text/javascript; charset=utf-8',
  '/explorer/react.js': 'text/javascript; charset=utf-8',
  '/explorer/react-dom.js': 'text/javascript; charset=utf-8',
} as const;

describe('the pages', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.dispose());

  const text = async (path: string): Promise<string> => (await fetch(`${api.url}${path}`)).text();

  it.each(Object.entries(files))('%s is there, and tells the browser what it may load', async (path, mediaType) => {
    const response = await fetch(`${api.url}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
    expect((await response.text()).length).toBeGreaterThan(100);
    const policy = response.headers.get('content-security-policy')?.split(';') ?? [];
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "object-src 'none'"]));
    expect(policy.join(';')).not.toMatch(/https?:|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/', '/explorer'])(
    '%s fits any window, and loads nothing but them, nothing from the internet',
    async (page) => {
      const html = await text(page);
      const loaded = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
      expect(loaded.filter((address) => !(address in files) && !['/health/ready', 'data:,'].includes(address))).toEqual(
        [],
      );
      expect(html).not.toMatch(/https?:\/\//);
      expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
      expect(html).toContain('<link rel="icon" href="data:,">');
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/);
    },
  );

  it.each(['/landing.css', '/explorer/explorer.css', '/explorer/graphiql.css', '/explorer/start.js'])(
    '%s names nothing on the internet',
    async (path) => {
      expect(await text(path)).not.toMatch(/@import|url\(\s*["']?(?!["']?data:)[^)]|https?:\/\/\w/);
    },
  );

  it('show questions that the schema answers', async () => {
    const auditor = await api.actor('AUDITOR');
    const html = (await text('/')).replaceAll('&lt;', '<').replaceAll('&quot;', '"');
    const questions = [...html.matchAll(/<pre>(\{[^<]*\})<\/pre>/g)].map(([, question]) => question ?? '');
    const [, start = ''] = /defaultQuery: '([^']*)'/.exec(await text('/explorer/start.js')) ?? [];
    const asked = [
      ...questions.filter((question) => !question.includes('Authorization')),
      start.replaceAll('\\n', '\n'),
    ];
    expect(asked).toHaveLength(4);
    for (const question of asked)
      expect([question, (await auditor.send(question)).errors]).toEqual([question, undefined]);
  });

  it.each([
    '/explorer/package.json',
    '/explorer/..%2f..%2fpackage.json',
    '/explorer/__proto__',
    '/explorer/constructor',
  ])('%s is not to be had', async (path) => {
    expect((await fetch(`${api.url}${path}`)).status).toBe(404);
  });
});

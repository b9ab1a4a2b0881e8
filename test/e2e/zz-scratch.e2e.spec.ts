import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { queriesOf, mutationsOf, subscriptionsOf } from '../support/schema-walk.js';
describe('scratch', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.dispose());
  it('x', async () => {
    const out: unknown[] = [];
    const head = await api.actor('HEAD_OF_PARTNERING');
    const ask = async (name: string, query: string) => {
      const t = performance.now();
      const a = await head.send(query);
      out.push([name, a.status, Math.round(performance.now() - t), JSON.stringify(a.errors ?? a.data).slice(0, 200)]);
    };
    for (const n of [1000, 2000, 4000, 8000]) await ask(`flood ${n}`, `{ ${'__typename '.repeat(n)} }`);
    for (const n of [1000, 4000]) await ask(`flood sel ${n}`, `{ ${'partnerships{totalCount} '.repeat(n)} }`);
    for (const n of [1000, 10000, 100000]) await ask(`deep ${n}`, `{ ${'a{'.repeat(n)}`);
    for (const n of [1000, 10000, 100000]) await ask(`deep closed ${n}`, `{ ${'a{'.repeat(n)}b${'}'.repeat(n)} }`);
    for (const n of [1000, 100000])
      await ask(`deep value ${n}`, `{ partnerships(filter: ${'['.repeat(n)}${']'.repeat(n)}) { totalCount } }`);
    process.stdout.write(out.map((o) => JSON.stringify(o)).join('\n') + '\n');
    process.stdout.write(
      queriesOf(api.schema)
        .map((o) => o.name + ' ' + JSON.stringify(o.required) + o.isConnection)
        .join('\n') + '\n',
    );
    process.stdout.write(
      mutationsOf(api.schema)
        .map((o) => o.name)
        .join(' ') +
        '\n' +
        subscriptionsOf(api.schema)
          .map((o) => o.name)
          .join(' '),
    );
  }, 120000);
});

import { writeFileSync } from 'node:fs';
import { ownCertificate, type Certificate } from '../../../../test/doubles/eventstoredb/certificate.js';
import { EventStoreDouble, type DoubleOptions } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { openEventStoreDb } from '../eventstoredb/eventstoredb-event-store.adapter.js';
import { EventStoreRefused } from '../eventstoredb/event-store-refused.js';
import { temporaryFolder } from './temporary-folder.js';

/** What ends the start, through one of the client packages: one line that names the setting and the way out. */
export function describeRefusals(scheme: 'esdb' | 'kurrentdb'): void {
  describe(`at the start, ${scheme}://`, () => {
    const folder = temporaryFolder();
    const access = { user: 'accord', password: 'right-secret', mayReadAll: true };
    let tls: Certificate;
    let double: EventStoreDouble | undefined;
    beforeAll(async () => {
      tls = await ownCertificate();
      writeFileSync(folder.file('authority.pem'), tls.authority);
    });
    afterEach(() => double?.down());
    afterAll(() => folder.remove());

    /** The address of a new double, with credentials. */
    const serverWith = async (options: DoubleOptions, password = 'right-secret'): Promise<string> => {
      double = await EventStoreDouble.start(options);
      return `${scheme}://accord:${password}@${double.address}`;
    };
    const trusted = (): string => `?tls=true&tlsCAFile=${folder.file('authority.pem')}`;
    const open = (connectionString: string) => openEventStoreDb({ connectionString, patience: { startMs: 2_000 } });
    const refusal = async (connectionString: string): Promise<string> => {
      const error: unknown = await open(connectionString).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EventStoreRefused);
      expect(String(error)).toMatch(/^EventStoreRefused: ACCORD_EVENT_STORE .*[^\n]\.$/);
      expect(String(error)).not.toContain('secret');
      return String(error);
    };

    it('takes a trusted certificate and the right credentials', async () => {
      const store = await open((await serverWith({ tls, access })) + trusted());
      expect(await store.head()).toBe(store.start);
      await store.close();
    });

    it('refuses credentials that the server refuses', async () => {
      expect(await refusal((await serverWith({ tls, access }, 'wrong-secret')) + trusted())).toMatch(
        /refuses.*Correct/,
      );
    });

    it('refuses a user without the right to read the whole log', async () => {
      const address = await serverWith({ tls, access: { ...access, mayReadAll: false } });
      expect(await refusal(address + trusted())).toMatch(/right to read \$all.*give/);
    });

    it('refuses a certificate that is not trusted', async () => {
      expect(await refusal((await serverWith({ tls })) + '?tls=true')).toMatch(/certificate is not trusted.*tlsCAFile/);
    });

    it('refuses TLS to a server that speaks none', async () => {
      expect(await refusal((await serverWith({})) + '?tls=true')).toMatch(/tls=false/);
    });

    it('refuses to speak without TLS to a server that speaks nothing else', async () => {
      expect(await refusal((await serverWith({ tls })) + '?tls=false')).toMatch(/no event store answers.*tls=true/);
    });

    it('refuses a server that is too old', async () => {
      expect(await refusal((await serverWith({ version: '24.10.4' })) + '?tls=false')).toMatch(/oldest .* 24\.10\.5/);
    });

    it('refuses an address where nobody answers', async () => {
      const address = await serverWith({});
      double?.down();
      expect(await refusal(`${address}?tls=false`)).toMatch(/no event store answers/);
    });

    it.each([
      ['an option that is not supported', 'tls=true&tlsVerifyCert=false', /tlsVerifyCert/],
      ['an option that nobody knows', 'colour=red', /colour/],
    ])('refuses %s', async (_case, query, message) => {
      expect(await refusal(`${scheme}://accord:secret@localhost:2113?${query}`)).toMatch(message);
    });
  });
}

import type { Lease } from '../lease.js';
import type { DocumentStoreUnderTest } from './document-store-under-test.js';

const LONG_MS = 60_000;
const SHORT_MS = 20;

/** What every document store promises of leases; part of `describeDocumentStore`. */
export function describeLeases(name: string, factory: () => Promise<DocumentStoreUnderTest>): void {
  describe(`${name} gives leases`, () => {
    let subject: DocumentStoreUnderTest;
    beforeEach(async () => {
      subject = await factory();
    });
    afterEach(() => subject.dispose());

    const acquire = async (holder: string, forMs: number): Promise<Lease> => {
      const lease = await subject.store.acquireLease('work', holder, forMs);
      if (lease === undefined) throw new Error(`"${holder}" should have got the lease.`);
      return lease;
    };
    /** Gets the lease as soon as the one who had it for {@link SHORT_MS} has let it expire. */
    const acquireOnceExpired = async (holder: string): Promise<Lease> => {
      subject.passTime?.(SHORT_MS);
      for (;;) {
        const lease = await subject.store.acquireLease('work', holder, LONG_MS);
        if (lease !== undefined) return lease;
      }
    };

    it('to one holder at a time, each name apart', async () => {
      const lease = await acquire('first', LONG_MS);
      expect(lease).toMatchObject({ name: 'work', holder: 'first' });
      expect(new Date(lease.expiresAt).toISOString()).toBe(lease.expiresAt);
      expect(await subject.store.acquireLease('work', 'second', LONG_MS)).toBeUndefined();
      expect(await subject.store.acquireLease('other work', 'second', LONG_MS)).toMatchObject({ holder: 'second' });
    });

    it('to one of many who ask at once', async () => {
      const holders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const given = await Promise.all(holders.map((holder) => subject.store.acquireLease('work', holder, LONG_MS)));
      expect(given.filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    it('to the same holder again, for longer and under the same token', async () => {
      const lease = await acquire('first', LONG_MS);
      const again = await acquire('first', 2 * LONG_MS);
      expect(again.token).toBe(lease.token);
      expect(again.expiresAt > lease.expiresAt).toBe(true);
    });

    it('to the next holder when they expire, under a greater token', async () => {
      const lease = await acquire('first', SHORT_MS);
      const next = await acquireOnceExpired('second');
      expect(next.token).toBeGreaterThan(lease.token);
      expect(await subject.store.acquireLease('work', 'first', LONG_MS)).toBeUndefined();
    });

    it('for longer, as often as the holder asks', async () => {
      const lease = await acquire('first', LONG_MS);
      const renewed = await subject.store.renewLease(lease, 2 * LONG_MS);
      expect(renewed).toMatchObject({ name: 'work', holder: 'first', token: lease.token });
      expect((renewed?.expiresAt ?? '') > lease.expiresAt).toBe(true);
      expect(await subject.store.renewLease(lease, LONG_MS)).toMatchObject({ token: lease.token });
    });

    it('back to a holder that was slow, unless another one has it', async () => {
      const lease = await acquire('first', SHORT_MS);
      subject.passTime?.(SHORT_MS);
      expect(await subject.store.renewLease(lease, SHORT_MS)).toMatchObject({ token: lease.token });
      const next = await acquireOnceExpired('second');
      expect(await subject.store.renewLease(lease, LONG_MS)).toBeUndefined();
      await subject.store.releaseLease(lease);
      expect(await subject.store.acquireLease('work', 'third', LONG_MS)).toBeUndefined();
      expect(await subject.store.renewLease(next, LONG_MS)).toMatchObject({ holder: 'second' });
    });

    it('on at once when one is released, and to its old holder under a greater token too', async () => {
      const lease = await acquire('first', LONG_MS);
      await subject.store.releaseLease(lease);
      expect(await subject.store.renewLease(lease, LONG_MS)).toBeUndefined();
      const again = await acquire('first', LONG_MS);
      expect(again.token).toBeGreaterThan(lease.token);
      await subject.store.releaseLease(again);
      expect((await acquire('second', LONG_MS)).token).toBeGreaterThan(again.token);
    });

    it('not any more once closed', async () => {
      await subject.store.close();
      await expect(subject.store.acquireLease('work', 'first', LONG_MS)).rejects.toMatchObject({
        name: 'DocumentStoreUnavailable',
      });
    });
  });
}

import type { DocumentStoreUnderTest } from './document-store-under-test.js';

const position = (place: number): string => String(place).padStart(20, '0');
const LONG_MS = 60_000;

/** What every document store promises of checkpoints; part of `describeDocumentStore`. */
export function describeCheckpoints(name: string, factory: () => Promise<DocumentStoreUnderTest>): void {
  describe(`${name} keeps checkpoints`, () => {
    let subject: DocumentStoreUnderTest;
    beforeEach(async () => {
      subject = await factory();
    });
    afterEach(() => subject.dispose());

    it('one for each reader', async () => {
      const { store } = subject;
      expect(await store.checkpoint('r')).toBeUndefined();
      await store.saveCheckpoint('r', { version: 1, position: position(1) });
      await store.saveCheckpoint('r', { version: 2, position: position(2) });
      await store.saveCheckpoint('s', { version: 7, position: position(7) });
      expect(await store.checkpoint('r')).toEqual({ version: 2, position: position(2) });
    });

    it('that never go back within a version', async () => {
      const { store } = subject;
      await store.saveCheckpoint('r', { version: 1, position: position(5) });
      await store.saveCheckpoint('r', { version: 1, position: position(4) });
      expect(await store.checkpoint('r')).toEqual({ version: 1, position: position(5) });
      await store.saveCheckpoint('r', { version: 2, position: position(0) });
      expect(await store.checkpoint('r')).toEqual({ version: 2, position: position(0) });
    });

    it('under a lease only until another holder has it', async () => {
      const { store } = subject;
      const before = await store.acquireLease('work', 'first', LONG_MS);
      if (before === undefined) throw new Error('Nobody else held the lease.');
      await store.saveCheckpoint('r', { version: 1, position: position(1) }, before);
      await store.releaseLease(before);
      const after = await store.acquireLease('work', 'second', LONG_MS);
      await expect(store.saveCheckpoint('r', { version: 1, position: position(3) }, before)).rejects.toMatchObject({
        name: 'LeaseLost',
        lease: { name: 'work', holder: 'first' },
      });
      await expect(store.saveCheckpoint('new', { version: 1, position: position(3) }, before)).rejects.toMatchObject({
        name: 'LeaseLost',
      });
      expect([await store.checkpoint('r'), await store.checkpoint('new')]).toEqual([
        { version: 1, position: position(1) },
        undefined,
      ]);
      await store.saveCheckpoint('r', { version: 1, position: position(2) }, after);
      await expect(store.saveCheckpoint('r', { version: 1, position: position(9) }, before)).rejects.toMatchObject({
        name: 'LeaseLost',
      });
      expect(await store.checkpoint('r')).toEqual({ version: 1, position: position(2) });
    });
  });
}

import type { DocumentStoreUnderTest } from './document-store-under-test.js';

const LONG_MS = 60_000;
const SHORT_MS = 20;

/** What every document store promises of those who share work; part of `describeDocumentStore`. */
export function describeMembers(name: string, factory: () => Promise<DocumentStoreUnderTest>): void {
  describe(`${name} counts those who share work`, () => {
    let subject: DocumentStoreUnderTest;
    beforeEach(async () => {
      subject = await factory();
    });
    afterEach(() => subject.dispose());

    const first = { name: 'first', work: ['open-cases.v1', '$cases'] };
    const second = { name: 'second', work: [] };

    it('with what each could do, by name', async () => {
      expect(await subject.store.attend(second, LONG_MS)).toEqual([second]);
      expect(await subject.store.attend(first, LONG_MS)).toEqual([first, second]);
    });

    it('once, however often one attends, with what was said last', async () => {
      await subject.store.attend(first, LONG_MS);
      const changed = { ...first, work: ['note-counts.v1'] };
      expect(await subject.store.attend(changed, LONG_MS)).toEqual([changed]);
      expect(await subject.store.attend(second, LONG_MS)).toEqual([changed, second]);
    });

    it('all, when many attend at once', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      await Promise.all(names.map((one) => subject.store.attend({ name: one, work: [] }, LONG_MS)));
      const members = await subject.store.attend({ name: 'i', work: [] }, LONG_MS);
      expect(members.map((member) => member.name)).toEqual([...names, 'i']);
    });

    it('no longer than they said', async () => {
      await subject.store.attend(first, SHORT_MS);
      subject.passTime?.(SHORT_MS);
      let members = await subject.store.attend(second, LONG_MS);
      while (members.length > 1) members = await subject.store.attend(second, LONG_MS);
      expect(members).toEqual([second]);
    });

    it('no more once they leave', async () => {
      await subject.store.leave('first');
      await subject.store.attend(first, LONG_MS);
      await subject.store.leave('first');
      await subject.store.leave('nobody');
      expect(await subject.store.attend(second, LONG_MS)).toEqual([second]);
    });

    it('not any more once closed', async () => {
      await subject.store.close();
      await expect(subject.store.attend(first, LONG_MS)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    });
  });
}

import { mailHash } from '../vault/mail-hash.adapter.js';
import type { PersonVault, RegisterAnswer } from '../vault/person-vault.js';
import type { VaultUnderTest } from './vault-under-test.js';

const storedAt = '2026-04-20T08:00:00.000Z';
const heldJana = { personId: 'prs_1', companyId: 'cmp_1', name: 'Jana Muster', email: 'Jana@nordlicht.example' };
const heldOle = { personId: 'prs_2', companyId: 'cmp_1', name: 'Ole Beispiel', title: 'CTO', phone: '+49 431 0000' };
const jana = { ...heldJana, storedAt };
const ole = { ...heldOle, storedAt };

/** What every person vault promises. Each test gets a vault of its own from the factory. */
export function describePersonVault(name: string, factory: () => Promise<VaultUnderTest>): void {
  describe(name, () => {
    let subject: VaultUnderTest;
    let persons: PersonVault;

    beforeEach(async () => {
      subject = await factory();
      persons = subject.vault.persons;
    });

    afterEach(() => subject.dispose());

    const held = async (...personIds: string[]): Promise<object> =>
      Object.fromEntries(await persons.getMany(personIds));

    it('returns what was stored, and only what was stored', async () => {
      expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
      expect(await persons.register(ole)).toEqual({ outcome: 'STORED' });
      expect(await held('prs_2', 'prs_1', 'prs_9', 'prs_1')).toEqual({ prs_1: heldJana, prs_2: heldOle });
      expect(await held()).toEqual({});
    });

    it('finds everybody with a mail address, whatever its case, one per company', async () => {
      await persons.register(jana);
      await persons.register({ ...jana, personId: 'prs_3', companyId: 'cmp_2' });
      const { companyId: _, ...own } = jana;
      await persons.register({ ...own, personId: 'prs_4' });
      expect(await persons.findByMailHash(mailHash(' JANA@Nordlicht.Example '))).toEqual([
        { personId: 'prs_4' },
        { personId: 'prs_1', companyId: 'cmp_1' },
        { personId: 'prs_3', companyId: 'cmp_2' },
      ]);
      expect(await persons.findByMailHash(mailHash('nobody@nordlicht.example'))).toEqual([]);
    });

    it.each([
      ['partner company', { companyId: 'cmp_1' }],
      ['own company', {}],
    ])('refuses a second person with the same mail address in the same %s', async (_case, company) => {
      const { companyId: _, ...person } = jana;
      await persons.register({ ...person, ...company });
      const second = { ...company, personId: 'prs_2', name: 'J. Muster', email: 'jana@NORDLICHT.example', storedAt };
      expect(await persons.register(second)).toEqual({ outcome: 'DUPLICATE', personId: 'prs_1', storedAt });
      expect(await held('prs_2')).toEqual({});
    });

    it('takes any number of persons without a mail address', async () => {
      expect(await persons.register(ole)).toEqual({ outcome: 'STORED' });
      expect(await persons.register({ ...ole, personId: 'prs_3' })).toEqual({ outcome: 'STORED' });
    });

    it('leaves a person as they are when the registration is sent again', async () => {
      await persons.register(jana);
      await persons.update('prs_1', { name: 'Jana Neumuster' });
      expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
      expect(await held('prs_1')).toEqual({ prs_1: { ...heldJana, name: 'Jana Neumuster' } });
    });

    it('replaces the given fields and moves the mail address along', async () => {
      await persons.register(jana);
      const change = { email: 'j.muster@nordlicht.example', title: 'CEO' };
      expect(await persons.update('prs_1', change)).toEqual({ outcome: 'STORED' });
      expect(await held('prs_1')).toEqual({ prs_1: { ...heldJana, ...change } });
      expect(await persons.findByMailHash(mailHash(jana.email))).toEqual([]);
      expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
    });

    it('changes nothing when the new mail address belongs to somebody else', async () => {
      await persons.register(jana);
      await persons.register(ole);
      const change = { title: 'CEO', email: 'jana@nordlicht.example' };
      expect(await persons.update('prs_2', change)).toEqual({ outcome: 'DUPLICATE', personId: 'prs_1', storedAt });
      expect(await held('prs_2')).toEqual({ prs_2: heldOle });
      expect(await persons.update('prs_1', { email: 'JANA@nordlicht.example' })).toEqual({ outcome: 'STORED' });
    });

    it('knows nobody to update who was never registered', async () => {
      expect(await persons.update('prs_9', { title: 'CEO' })).toEqual({ outcome: 'UNKNOWN' });
    });

    it('forgets fields and keeps the others', async () => {
      await persons.register(ole);
      await persons.erase('prs_2', ['phone', 'email']);
      const { phone: _, ...rest } = heldOle;
      expect(await held('prs_2')).toEqual({ prs_2: rest });
      await persons.erase('prs_2', ['title']);
      expect(await held('prs_2')).toEqual({ prs_2: { personId: 'prs_2', companyId: 'cmp_1', name: 'Ole Beispiel' } });
    });

    it('forgets with the mail address its hash, so that somebody else may have it', async () => {
      await persons.register(jana);
      await persons.erase('prs_1', ['name', 'title', 'email', 'phone']);
      expect(await persons.findByMailHash(mailHash(jana.email))).toEqual([]);
      expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
    });

    it('brings nothing back when an old registration or a change arrives after the erasure', async () => {
      await persons.register(jana);
      await persons.erase('prs_1', ['name', 'email']);
      await persons.erase('prs_1', ['name', 'email']);
      expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
      expect(await persons.update('prs_1', { name: 'Jana', email: 'x@y.example', title: 'CEO' })).toEqual({
        outcome: 'ERASED',
        fields: ['name', 'email'],
      });
      expect(await held('prs_1')).toEqual({ prs_1: { personId: 'prs_1', companyId: 'cmp_1' } });
    });

    it('forgets who never came to be, unless the registration was sent again', async () => {
      await persons.register(jana);
      await persons.register({ ...jana, storedAt: '2026-04-20T09:00:00.000Z' });
      expect(await persons.discard('prs_1', storedAt)).toBe(false);
      expect(await held('prs_1')).toEqual({ prs_1: heldJana });
      expect(await persons.discard('prs_1', '2026-04-20T09:00:00.000Z')).toBe(true);
      expect(await held('prs_1')).toEqual({});
      expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
    });

    it('forgets nothing of somebody it does not know', async () => {
      await persons.register(jana);
      await persons.erase('prs_9', ['name']);
      expect(await held('prs_1')).toEqual({ prs_1: heldJana });
    });

    it('knows whom it has, and whom not, when nothing is changed', async () => {
      await persons.register(jana);
      expect(await persons.update('prs_1', {})).toEqual({ outcome: 'STORED' });
      expect(await persons.update('prs_9', {})).toEqual({ outcome: 'UNKNOWN' });
      expect(await held('prs_1')).toEqual({ prs_1: heldJana });
    });

    it('takes names for names, whatever they look like', async () => {
      const odd = { personId: '$where', companyId: 'a.b', name: '{"$ne":null}', title: '$name', phone: '"; DROP' };
      await persons.register({ ...odd, storedAt });
      await persons.update('$where', { title: '$$ROOT.name' });
      expect(await held('$where', '$ne')).toEqual({ $where: { ...odd, title: '$$ROOT.name' } });
    });

    it('is the same for every process that has it open', async () => {
      const other = (await subject.another()).persons;
      await persons.register(jana);
      expect(await other.getMany(['prs_1'])).toEqual(new Map([['prs_1', heldJana]]));
      await other.update('prs_1', { name: 'Jana Neumuster' });
      await persons.erase('prs_1', ['email']);
      expect(await other.update('prs_1', { email: 'jana@nordlicht.example' })).toEqual({
        outcome: 'ERASED',
        fields: ['email'],
      });
      expect(await held('prs_1')).toEqual({
        prs_1: { personId: 'prs_1', companyId: 'cmp_1', name: 'Jana Neumuster' },
      });
    });

    it('gives a mail address to one of many who ask for it at once, in whatever process', async () => {
      const doors = [persons, (await subject.another()).persons];
      const asking = Array.from({ length: 10 }, (_, index) => ({ ...jana, personId: `prs_${String(index)}` }));
      const answers = await Promise.all(asking.map((person, index) => doors[index % 2]!.register(person)));
      const [winner] = await persons.findByMailHash(mailHash(jana.email));
      const expected = asking.map(({ personId }): RegisterAnswer =>
        personId === winner?.personId
          ? { outcome: 'STORED' }
          : { outcome: 'DUPLICATE', personId: winner!.personId, storedAt },
      );
      expect(answers).toEqual(expected);
      expect(Object.keys(await held(...asking.map(({ personId }) => personId)))).toEqual([winner?.personId]);
    });

    it('stores a person once whose registration arrives several times at once', async () => {
      const doors = [persons, (await subject.another()).persons];
      const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => doors[index % 2]!.register(jana)));
      expect(answers).toEqual(Array.from({ length: 10 }, () => ({ outcome: 'STORED' })));
      expect(await held('prs_1')).toEqual({ prs_1: heldJana });
    });

    it('says that it is closed', async () => {
      await subject.vault.close();
      const unavailable = { name: 'VaultUnavailable', retryable: true };
      await expect(persons.register(jana)).rejects.toMatchObject(unavailable);
      await expect(persons.getMany(['prs_1'])).rejects.toMatchObject(unavailable);
      await expect(persons.erase('prs_1', ['name'])).rejects.toMatchObject(unavailable);
    });
  });
}

import type { Collection, IndexDescription } from 'mongodb';
import { isKeyTaken } from '#document-store';
import { type PersonField, personFields } from '../../domain/person/person-field.js';
import { mailHash } from '../mail-hash.adapter.js';
import type {
  DuplicatePerson,
  PersonData,
  PersonRecord,
  PersonVault,
  RegisterAnswer,
  RegisteringPerson,
  UpdateAnswer,
} from '../person-vault.js';
import { given, placeOf, recordOf, type StoredPerson } from './stored-person.js';
import type { VaultSession } from './vault-session.adapter.js';

const PERSON_OF_MAIL: IndexDescription = {
  name: 'person_of_mail',
  key: { mailHash: 1, companyId: 1 },
  unique: true,
  partialFilterExpression: { mailHash: { $exists: true } },
};

/**
 * Persons in MongoDB. Every change is one write of one document, so that no transactions are needed; that a mail address
 * stands once per company is the promise of a unique index, whichever process writes.
 */
export class MongoPersonVault implements PersonVault {
  private readonly persons: Collection<StoredPerson>;

  private constructor(private readonly session: VaultSession) {
    this.persons = session.collection<StoredPerson>('persons');
  }

  /** Opens the vault; rejects where the index that keeps mail addresses apart cannot be made. */
  static async open(session: VaultSession): Promise<MongoPersonVault> {
    const vault = new MongoPersonVault(session);
    await session.write(() => vault.persons.createIndexes([PERSON_OF_MAIL]));
    return vault;
  }

  register(person: RegisteringPerson): Promise<RegisterAnswer> {
    const { personId, companyId = '', storedAt } = person;
    const hash = person.email === undefined ? undefined : mailHash(person.email);
    const fresh = { companyId, ...given(person), ...(hash === undefined ? {} : { mailHash: hash }), erased: [] };
    return this.session.write(() =>
      settled(async () =>
        this.unlessTaken({ personId, companyId, hash }, async () => {
          const change = { $set: { storedAt }, $setOnInsert: fresh };
          await this.persons.updateOne({ _id: personId }, change, { upsert: true });
          return { outcome: 'STORED' };
        }),
      ),
    );
  }

  discard(personId: string, storedAt: string): Promise<boolean> {
    return this.session.write(async () => {
      const { deletedCount } = await this.persons.deleteOne({ _id: personId, storedAt });
      return deletedCount === 1;
    });
  }

  update(personId: string, fields: Partial<PersonData>): Promise<UpdateAnswer> {
    const change = given(fields);
    const changed = personFields.filter((field) => change[field] !== undefined);
    const hash = fields.email === undefined ? undefined : mailHash(fields.email);
    return this.session.write(() =>
      settled(async (): Promise<UpdateAnswer | undefined> => {
        const person = await this.persons.findOne({ _id: personId });
        if (person === null) return { outcome: 'UNKNOWN' };
        const erased = changed.filter((field) => person.erased.includes(field));
        if (erased.length > 0) return { outcome: 'ERASED', fields: erased };
        if (changed.length === 0) return { outcome: 'STORED' };
        return this.unlessTaken({ personId, companyId: person.companyId, hash }, async () => {
          const { matchedCount } = await this.persons.updateOne(
            { _id: personId, erased: { $nin: changed } },
            { $set: { ...change, ...(hash === undefined ? {} : { mailHash: hash }) } },
          );
          return matchedCount === 1 ? { outcome: 'STORED' } : undefined;
        });
      }),
    );
  }

  getMany(personIds: Iterable<string>): Promise<ReadonlyMap<string, PersonRecord>> {
    return this.session.read(async () => {
      const persons = await this.persons.find({ _id: { $in: [...personIds] } }).toArray();
      return new Map(persons.map((person) => [person._id, recordOf(person)]));
    });
  }

  async erase(personId: string, fields: readonly PersonField[]): Promise<void> {
    if (fields.length === 0) return;
    const gone = [...fields, ...(fields.includes('email') ? ['mailHash'] : [])];
    await this.session.write(() =>
      this.persons.updateOne(
        { _id: personId },
        { $unset: Object.fromEntries(gone.map((field) => [field, ''])), $addToSet: { erased: { $each: [...fields] } } },
      ),
    );
  }

  findByMailHash(hash: string): Promise<readonly Pick<PersonRecord, 'personId' | 'companyId'>[]> {
    return this.session.read(async () => {
      const persons = await this.persons.find({ mailHash: hash }).sort({ companyId: 1 }).toArray();
      return persons.map(placeOf);
    });
  }

  /**
   * Writes, and says who has the mail address where that is why it failed. `undefined` where nobody has it any more, or
   * where it was the person's own id that another process has stored meanwhile.
   */
  private async unlessTaken<Answer>(
    { personId, companyId, hash }: { personId: string; companyId: string; hash: string | undefined },
    write: () => Promise<Answer>,
  ): Promise<Answer | DuplicatePerson | undefined> {
    try {
      return await write();
    } catch (error) {
      if (!isKeyTaken(error)) throw error;
      if (hash === undefined) return undefined;
      const other = await this.persons.findOne({ mailHash: hash, companyId, _id: { $ne: personId } });
      return other === null ? undefined : { outcome: 'DUPLICATE', personId: other._id, storedAt: other.storedAt };
    }
  }
}

/** Tries again where another process has changed meanwhile what the attempt went by. */
async function settled<Answer>(attempt: () => Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
  }
}

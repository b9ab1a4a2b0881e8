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
import type { Statement, VaultDatabase } from './vault-database.adapter.js';

interface PersonRow extends Readonly<Record<PersonField, string | null>> {
  readonly person_id: string;
  readonly company_id: string;
  readonly mail_hash: string | null;
  readonly erased_fields: string;
  readonly stored_at: string;
}

/** Persons in the vault file. */
export class SqlitePersonVault implements PersonVault {
  private readonly insert: Statement;
  private readonly renew: Statement;
  private readonly remove: Statement;
  private readonly replace: Statement;
  private readonly byId: Statement;
  private readonly byIds: Statement;
  private readonly byMail: Statement;

  constructor(private readonly database: VaultDatabase) {
    this.insert = database.prepare(
      'INSERT INTO persons (person_id, company_id, name, title, email, phone, mail_hash, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.renew = database.prepare('UPDATE persons SET stored_at = ? WHERE person_id = ?');
    this.remove = database.prepare('DELETE FROM persons WHERE person_id = ?');
    this.replace = database.prepare(
      'UPDATE persons SET name = ?, title = ?, email = ?, phone = ?, mail_hash = ?, erased_fields = ? WHERE person_id = ?',
    );
    this.byId = database.prepare('SELECT * FROM persons WHERE person_id = ?');
    this.byIds = database.prepare('SELECT * FROM persons WHERE person_id IN (SELECT value FROM json_each(?))');
    this.byMail = database.prepare('SELECT * FROM persons WHERE mail_hash = ? ORDER BY company_id');
  }

  register(person: RegisteringPerson): Promise<RegisterAnswer> {
    return this.database.answer(() =>
      this.database.transaction((): RegisterAnswer => {
        const { personId, companyId = '', name, title = null, email = null, phone = null, storedAt } = person;
        if (this.rowOf(personId) !== undefined) {
          this.renew.run(storedAt, personId);
          return { outcome: 'STORED' };
        }
        const hash = email === null ? null : mailHash(email);
        const duplicate = this.duplicate(personId, companyId, hash);
        if (duplicate !== undefined) return duplicate;
        this.insert.run(personId, companyId, name, title, email, phone, hash, storedAt);
        return { outcome: 'STORED' };
      }),
    );
  }

  discard(personId: string, storedAt: string): Promise<boolean> {
    return this.database.answer(() =>
      this.database.forget(() => {
        if (this.rowOf(personId)?.stored_at !== storedAt) return false;
        this.remove.run(personId);
        return true;
      }),
    );
  }

  update(personId: string, fields: Partial<PersonData>): Promise<UpdateAnswer> {
    return this.database.answer(() =>
      this.database.transaction((): UpdateAnswer => {
        const row = this.rowOf(personId);
        if (row === undefined) return { outcome: 'UNKNOWN' };
        const erased = erasedFieldsOf(row).filter((field) => fields[field] !== undefined);
        if (erased.length > 0) return { outcome: 'ERASED', fields: erased };
        const hash = fields.email === undefined ? row.mail_hash : mailHash(fields.email);
        const duplicate = this.duplicate(personId, row.company_id, hash);
        if (duplicate !== undefined) return duplicate;
        this.write({ ...row, ...given(fields), mail_hash: hash });
        return { outcome: 'STORED' };
      }),
    );
  }

  getMany(personIds: Iterable<string>): Promise<ReadonlyMap<string, PersonRecord>> {
    return this.database.answer(() => {
      const rows = this.byIds.all(JSON.stringify([...personIds])) as readonly PersonRow[];
      return new Map(rows.map((row) => [row.person_id, recordOf(row)]));
    });
  }

  erase(personId: string, fields: readonly PersonField[]): Promise<void> {
    return this.database.answer(() => {
      this.database.forget(() => {
        const row = this.rowOf(personId);
        if (row === undefined) return;
        const gone = personFields.filter((field) => fields.includes(field) || erasedFieldsOf(row).includes(field));
        this.write({
          ...row,
          ...Object.fromEntries(gone.map((field) => [field, null])),
          ...(gone.includes('email') ? { mail_hash: null } : {}),
          erased_fields: JSON.stringify(gone),
        });
      });
    });
  }

  findByMailHash(hash: string): Promise<readonly Pick<PersonRecord, 'personId' | 'companyId'>[]> {
    return this.database.answer(() => (this.byMail.all(hash) as readonly PersonRow[]).map(placeOf));
  }

  private rowOf(personId: string): PersonRow | undefined {
    return this.byId.get(personId) as PersonRow | undefined;
  }

  private duplicate(personId: string, companyId: string, hash: string | null): DuplicatePerson | undefined {
    if (hash === null) return undefined;
    const other = (this.byMail.all(hash) as readonly PersonRow[]).find(
      (row) => row.company_id === companyId && row.person_id !== personId,
    );
    return other === undefined
      ? undefined
      : { outcome: 'DUPLICATE', personId: other.person_id, storedAt: other.stored_at };
  }

  private write(row: PersonRow): void {
    const { name, title, email, phone, mail_hash: hash, erased_fields: erased, person_id: personId } = row;
    this.replace.run(name, title, email, phone, hash, erased, personId);
  }
}

function erasedFieldsOf(row: PersonRow): readonly PersonField[] {
  return JSON.parse(row.erased_fields) as readonly PersonField[];
}

function given(fields: Partial<PersonData>): Partial<Record<PersonField, string>> {
  return Object.fromEntries(
    personFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  );
}

function placeOf(row: PersonRow): Pick<PersonRecord, 'personId' | 'companyId'> {
  return { personId: row.person_id, ...(row.company_id === '' ? {} : { companyId: row.company_id }) };
}

function recordOf(row: PersonRow): PersonRecord {
  const held = personFields.flatMap((field) => (row[field] === null ? [] : [[field, row[field]]]));
  return { ...placeOf(row), ...(Object.fromEntries(held) as Partial<PersonData>) };
}

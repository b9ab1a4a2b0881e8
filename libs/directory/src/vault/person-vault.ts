import type { PersonField } from '../domain/person/person-field.js';

/** Personal data of a contact person: the only place where a name or an address stands (domain.md 2.10). */
export interface PersonData {
  readonly name: string;
  /** Function in the company. */
  readonly title?: string;
  /** Absent when an imported list did not say it. */
  readonly email?: string;
  readonly phone?: string;
}

/** What the vault still holds about a person. */
export interface PersonRecord extends Partial<PersonData> {
  readonly personId: string;
  /** The partner company; absent for the own side. */
  readonly companyId?: string;
}

/** Somebody of the same company has the mail address. */
export interface DuplicatePerson {
  readonly outcome: 'DUPLICATE';
  readonly personId: string;
  /** When a registration stored that person last; empty for those stored before this was kept. */
  readonly storedAt: string;
}

/** A person on the way into the vault, and since when. */
export interface RegisteringPerson extends PersonData {
  readonly personId: string;
  readonly companyId?: string;
  readonly storedAt: string;
}

/** What became of a registration. */
export type RegisterAnswer = { readonly outcome: 'STORED' } | DuplicatePerson;

/** What became of an update; `ERASED` names the fields that were forgotten and take no new value, `UNKNOWN` is nobody. */
export type UpdateAnswer =
  | { readonly outcome: 'STORED' }
  | DuplicatePerson
  | { readonly outcome: 'ERASED'; readonly fields: readonly PersonField[] }
  | { readonly outcome: 'UNKNOWN' };

/**
 * The one mutable store of personal data (domain.md 2.10): events and read models hold only `personId`, names are joined
 * when they are asked for. Every method returns when the change is durable, and rejects with `VaultUnavailable` where the same
 * call may succeed later.
 */
export interface PersonVault {
  /**
   * Stores a person. A mail address may stand once per company, whatever its case. A person who is stored already stays as
   * they are, also after an erasure: a command that is sent again brings nothing back. `storedAt` is the instant, UTC.
   */
  register(person: RegisteringPerson): Promise<RegisterAnswer>;
  /**
   * Forgets a person who was stored for a registration that never came to be, with every trace. True when that is done,
   * false when the registration was sent again since `storedAt`. Throws `VaultNotPurged` as {@link erase} does.
   */
  discard(personId: string, storedAt: string): Promise<boolean>;
  /** Replaces the given fields, all or none. A field that was erased never gets a value again. */
  update(personId: string, fields: Partial<PersonData>): Promise<UpdateAnswer>;
  /** The persons by id; those nobody knows are missing, erased fields too. */
  getMany(personIds: Iterable<string>): Promise<ReadonlyMap<string, PersonRecord>>;
  /**
   * Forgets fields for good and returns when they are gone, from a file without a trace; with the mail address goes its hash.
   * Again, or for nobody, nothing happens. Throws `VaultNotPurged` when another process kept the file from being cleaned.
   */
  erase(personId: string, fields: readonly PersonField[]): Promise<void>;
  /** Everybody with a mail address, given as its `mailHash`; at most one per company. */
  findByMailHash(mailHash: string): Promise<readonly Pick<PersonRecord, 'personId' | 'companyId'>[]>;
}

/** Injection token of the process's {@link PersonVault}. */
export const PERSON_VAULT = Symbol('PersonVault');

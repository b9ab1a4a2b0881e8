import { type PersonField, personFields } from '../../domain/person/person-field.js';
import type { PersonData, PersonRecord } from '../person-vault.js';

/** A person as MongoDB keeps them: a field that is not known, or was erased, is missing. */
export interface StoredPerson extends Partial<PersonData> {
  readonly _id: string;
  /** `''` on the own side, so that the unique index holds there too. */
  readonly companyId: string;
  /** Missing without a mail address. */
  readonly mailHash?: string;
  readonly erased: readonly PersonField[];
  readonly storedAt: string;
}

/** Who it is, and of which company. */
export function placeOf({ _id: personId, companyId }: StoredPerson): Pick<PersonRecord, 'personId' | 'companyId'> {
  return { personId, ...(companyId === '' ? {} : { companyId }) };
}

/** What the port's callers get to see of a person. */
export function recordOf(person: StoredPerson): PersonRecord {
  return { ...placeOf(person), ...given(person) };
}

/** The fields that have a value. */
export function given(fields: Partial<PersonData>): Partial<Record<PersonField, string>> {
  return Object.fromEntries(
    personFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  );
}

import fc from 'fast-check';
import { fieldDifferences, fieldOfPath } from './field-differences.js';

const contact = { side: 'OWN', personId: 'prs_1' };

describe('the differences between two versions of a document', () => {
  it('are none between equal documents', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        expect(fieldDifferences(document, structuredClone(document))).toEqual([]);
      }),
    );
  });

  it('name each field that was added, removed or changed', () => {
    expect(fieldDifferences({ a: 1, b: 2, c: 3 }, { a: 1, b: 20, d: 4 })).toEqual([
      { path: 'b', before: 2, after: 20 },
      { path: 'c', before: 3, after: undefined },
      { path: 'd', before: undefined, after: 4 },
    ]);
  });

  it('lead into objects and lists', () => {
    expect(
      fieldDifferences({ contacts: [contact] }, { contacts: [{ ...contact, personId: 'prs_2' }, contact] }),
    ).toEqual([
      { path: 'contacts.0.personId', before: 'prs_1', after: 'prs_2' },
      { path: 'contacts.1', before: undefined, after: contact },
    ]);
  });

  it('are all fields when a document came or went', () => {
    expect(fieldDifferences(undefined, { a: 1 })).toEqual([{ path: 'a', before: undefined, after: 1 }]);
    expect(fieldDifferences({ a: 1 }, undefined)).toEqual([{ path: 'a', before: 1, after: undefined }]);
    expect(fieldDifferences(undefined, undefined)).toEqual([]);
  });

  it('belong to one field, whatever the place in a list', () => {
    expect(fieldOfPath('contacts.0.personId')).toBe('contacts.personId');
    expect(fieldOfPath('state')).toBe('state');
  });
});

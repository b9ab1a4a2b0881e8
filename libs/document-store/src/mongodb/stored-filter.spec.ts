import { QueryRefused } from './query-refused.js';
import { checkedPath, storedFilter } from './stored-filter.adapter.js';

describe('A filter on its way to MongoDB', () => {
  it('asks of the document, and compares plain values explicitly', () => {
    expect(storedFilter({ state: 'ACTIVE', 'place.city': { $in: ['Ulm', null] }, _id: 'a' })).toEqual({
      $and: [
        { 'document.state': { $eq: 'ACTIVE' } },
        { 'document.place.city': { $in: ['Ulm', null] } },
        { _id: { $eq: 'a' } },
      ],
    });
    expect(storedFilter({ $or: [{ rank: { $gt: 1 } }, { position: 2 }] })).toEqual({
      $or: [{ 'document.rank': { $gt: 1 } }, { 'document.position': { $eq: 2 } }],
    });
  });

  it('keeps a text that looks like an operator a text', () => {
    expect(storedFilter({ state: '$where' })).toEqual({ 'document.state': { $eq: '$where' } });
  });

  it.each([
    [{ $where: 'true' }],
    [{ $expr: { $eq: [1, 1] } }],
    [{ $or: [{ $where: 'true' }] }],
    [{ $and: { $where: 'true' } }],
    [{ 'place.$where': 'x' }],
    [{ '': 'x' }],
    [{ state: { $regex: '.*' } }],
    [{ state: { $not: { $eq: 1 } } }],
    [{ state: { $eq: { $ne: null } } }],
    [{ state: { $in: [{ $ne: null }] } }],
    [{ state: { $in: 'ACTIVE' } }],
    [{ state: { $exists: 'yes' } }],
    [{ state: { city: 'Ulm' } }],
    [{ state: ['ACTIVE'] }],
    [{ state: {} }],
    [{ state: undefined }],
  ])('is refused when it asks %j', (filter) => {
    expect(() => storedFilter(filter)).toThrow(QueryRefused);
  });

  it('is sorted by fields only', () => {
    expect(checkedPath('place.city')).toBe('document.place.city');
    expect(() => checkedPath('$natural')).toThrow('no field path');
  });
});

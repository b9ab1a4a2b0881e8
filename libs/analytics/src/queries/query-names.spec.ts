import { queryNames } from './query-names.js';

describe("the names of a projection's queries", () => {
  test.each([
    ['LifecycleFunnel', 'lifecycleFunnel', 'lifecycleFunnels'],
    ['Tendency', 'tendency', 'tendencies'],
    ['Survey', 'survey', 'surveys'],
    ['Loss', 'loss', 'losses'],
    ['Branch', 'branch', 'branches'],
  ])('of %s are %s and %s', (type, one, list) => {
    expect(queryNames(type)).toEqual({ one, list, groups: `${one}Groups` });
  });
});

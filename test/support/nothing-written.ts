import type { ApiUnderTest } from './api-under-test.js';

/** Checks, around every test of the block it is called in, that the log ends where it ended before. */
export function expectNothingWritten(api: () => ApiUnderTest): void {
  let head: string;
  beforeEach(async () => {
    head = await api().platform.store.head();
  });
  afterEach(async () => {
    expect(await api().platform.store.head()).toBe(head);
  });
}

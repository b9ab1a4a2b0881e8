import { whyUnusable } from './why-unusable.js';

describe('why a file cannot be used', () => {
  it.each([
    ['ENOENT', 'there is no such file or folder'],
    ['EISDIR', 'it is a folder'],
    ['EACCES', 'this user may not'],
    ['ENOSPC', 'its disk is full'],
    ['EIO', 'EIO: in the words of the system'],
  ])('is said in plain words for %s', (code, words) => {
    expect(whyUnusable(Object.assign(new Error(`${code}: in the words of the system`), { code }))).toBe(words);
  });
});

import { whyUnreachable } from './why-unreachable.js';

/** An error as `fetch` throws it. */
function failed(code: string, message = 'in the words of the system'): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

describe('why a server did not answer', () => {
  it.each([
    ['ECONNREFUSED', 'nothing listens there'],
    ['UND_ERR_SOCKET', 'the connection broke off'],
    ['ECONNRESET', 'the connection broke off'],
    ['ENOTFOUND', 'no host has that name'],
    ['UND_ERR_HEADERS_TIMEOUT', 'no answer came in time'],
  ])('is said in plain words for %s', (code, words) => {
    expect(whyUnreachable(failed(code))).toBe(words);
  });

  it('is said in the words of the system where there are no others', () => {
    expect(whyUnreachable(failed('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'))).toBe(
      'self-signed certificate',
    );
    expect(whyUnreachable(new TypeError('terminated'))).toBe('terminated');
  });
});

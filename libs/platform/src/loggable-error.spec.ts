import { loggableError } from './loggable-error.js';

describe('what the log keeps of an error', () => {
  it('is its type, its code, its message and where it happened', () => {
    const error = Object.assign(new TypeError('disk is full'), { code: 'SQLITE_FULL' });
    const { stack, ...rest } = loggableError(error);
    expect(rest).toEqual({ type: 'TypeError', code: 'SQLITE_FULL', message: 'disk is full' });
    expect(stack).toMatch(/^\s+at .*loggable-error\.spec/);
  });

  it.each([
    ['what is quoted', 'Unexpected token in "Erika Mustermann", is no JSON', 'Unexpected token in "…", is no JSON'],
    ['what is quoted and cut off', 'found "Erika Muster', 'found "…"'],
    ['objects, over lines', 'dup key: {\n email: 1, name: { first: 2 } } refused', 'dup key: {…} refused'],
    ['other quotes', "no 'Erika' in `Mustermann`", 'no "…" in "…"'],
    [
      'user and password of an address',
      'cannot reach mongodb://accord:geheim@db:27017',
      'cannot reach mongodb://…@db:27017',
    ],
    ['a password with signs of its own', 'esdb://a:p/@w@db failed', 'esdb://…@db failed'],
    ['mail addresses', 'no such user erika@example.org', 'no such user …@…'],
  ])('is not %s', (_case, message, kept) => {
    expect(loggableError(new Error(message)).message).toBe(kept);
  });

  it('is not the fields that a driver hangs on it, nor a message of several lines in the stack', () => {
    const error = Object.assign(new Error('refused:\n"Erika\nMustermann"'), { keyValue: { name: 'Erika' } });
    expect(JSON.stringify(loggableError(error))).not.toMatch(/Erika|Mustermann/);
  });

  it('is its causes in the same way, and not without end', () => {
    const error = new Error('outer', { cause: new Error('inner "Erika"') });
    expect(loggableError(error).cause?.message).toBe('inner "…"');
    error.cause = error;
    expect(JSON.stringify(loggableError(error)).match(/"outer"/g)).toHaveLength(4);
  });

  it('is the text of what is no error', () => {
    expect(loggableError('gone "Erika"')).toEqual({ type: 'string', message: 'gone "…"' });
  });
});

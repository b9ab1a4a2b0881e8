import fc from 'fast-check';
import { isLei } from './lei.js';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Completes 18 characters with their check digits, calculated digit by digit and not as the code under test does it. */
function withCheckDigits(base: string): string {
  const rest = [...`${base}00`].reduce((carry, character) => {
    const value = (DIGITS + LETTERS).indexOf(character);
    return (carry * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return base + String(98 - rest).padStart(2, '0');
}

const base = fc.string({ unit: fc.constantFrom(...DIGITS, ...LETTERS), minLength: 18, maxLength: 18 });
const kindOf = (character: string): string => (DIGITS.includes(character) ? DIGITS : LETTERS);

describe('legal entity identifiers', () => {
  it.each(['5299001NVENTED000161', '5299001NVENTED000258', '00000000000000000098', 'ZZZZZZZZZZZZZZZZZZ40'])(
    '%s is one',
    (lei) => {
      expect(isLei(lei)).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['wrong check digits', '5299001NVENTED000162'],
    ['19 characters', '5299001NVENTED00016'],
    ['21 characters', '5299001NVENTED0001610'],
    ['small letters', '5299001nvented000161'],
    ['letters as check digits', '5299001NVENTED0001AB'],
    ['a space', '5299001NVENTED 00161'],
    ['a line break at the end', '5299001NVENTED000161\n'],
    ['check digits 01, which stand for 98', '00000000000000000001'],
  ])('does not take %s', (_case, text) => {
    expect(isLei(text)).toBe(false);
  });

  it('takes every 18 characters with their check digits', () => {
    fc.assert(fc.property(base, (text) => isLei(withCheckDigits(text))));
  });

  it('takes no other check digits than the right ones', () => {
    fc.assert(
      fc.property(base, fc.integer({ min: 0, max: 99 }), (text, digits) => {
        const lei = text + String(digits).padStart(2, '0');
        return isLei(lei) === (lei === withCheckDigits(text));
      }),
    );
  });

  it('notices one wrong character', () => {
    fc.assert(
      fc.property(base, fc.nat(17), fc.nat(25), (text, at, pick) => {
        const kind = kindOf(text.charAt(at));
        const wrong = kind.charAt(pick % kind.length);
        fc.pre(wrong !== text.charAt(at));
        const lei = withCheckDigits(text);
        return !isLei(lei.slice(0, at) + wrong + lei.slice(at + 1));
      }),
    );
  });

  it('notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(base, fc.nat(16), (text, at) => {
        const [one, other] = [text.charAt(at), text.charAt(at + 1)];
        fc.pre(one !== other && kindOf(one) === kindOf(other));
        const lei = withCheckDigits(text);
        return !isLei(lei.slice(0, at) + other + one + lei.slice(at + 2));
      }),
    );
  });
});

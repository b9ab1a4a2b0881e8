const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const POOL = 65_536;
const DAY_MS = 86_400_000;

/** Seeded randomness: the same seed gives the same numbers, ids and texts in the same order (mulberry32). */
export class Chance {
  private readonly pool: string;

  constructor(private state: number) {
    let pool = '';
    for (let index = 0; index < POOL; index += 1) pool += LETTERS.charAt(this.whole(0, LETTERS.length - 1));
    this.pool = pool;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the values. */
  pick<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.whole(0, values.length - 1)] ?? values[0];
  }

  /** What a ciphertext of some length looks like: base64 that compresses badly. */
  base64(length: number): string {
    const start = this.whole(0, POOL - length);
    return this.pool.slice(start, start + length);
  }

  /** 64 hexadecimal digits. */
  sha256(): string {
    return Array.from({ length: 8 }, () => this.hex(8)).join('');
  }

  /** An id as commands make them: `prt_` and a ULID of the moment. */
  id(prefix: string, atMs: number): string {
    let ulid = '';
    for (let digit = 0, rest = atMs; digit < 10; digit += 1, rest = Math.floor(rest / 32))
      ulid = CROCKFORD.charAt(rest % 32) + ulid;
    for (let digit = 0; digit < 16; digit += 1) ulid += CROCKFORD.charAt(this.whole(0, 31));
    return `${prefix}_${ulid}`;
  }

  /** A UUID v7 of the moment. */
  uuid(atMs: number): string {
    const time = atMs.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${(8 + this.whole(0, 3)).toString(16)}${this.hex(3)}-${this.hex(4)}${this.hex(8)}`;
  }

  private hex(digits: number): string {
    return Math.floor(this.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  }
}

const dates = new Map<number, string>();

/** The calendar date of a day counted from 1970-01-01. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** The day of a calendar date, counted from 1970-01-01. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** The moment on a day at which working hours are this far gone (0 to 1), in milliseconds. */
export function momentOf(day: number, part: number): number {
  return day * DAY_MS + Math.floor((7 + part * 9) * 3_600_000);
}

/**
 * The stream that makes a value unique (I-02, I-21): `reservation-lei-5299…`, `reservation-cmp_…-SALES`. `key` is the
 * kind of value and its normalised form, without spaces.
 */
export function reservationStream(key: string): string {
  return `reservation-${key}`;
}

/** Servers before it could send an impossible checkpoint on a fresh log (KurrentDB#4892). */
export const OLDEST_SERVER = '24.10.5';

/** Whether a server of this version may be used. A version that cannot be read counts as too old. */
export function isNewEnough(version: string): boolean {
  const given = numbersOf(version);
  const oldest = numbersOf(OLDEST_SERVER);
  if (given === undefined || oldest === undefined) return false;
  const different = given.findIndex((number, index) => number !== oldest[index]);
  return different === -1 || (given[different] ?? 0) > (oldest[different] ?? 0);
}

function numbersOf(version: string): readonly number[] | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  return match?.slice(1).map(Number);
}

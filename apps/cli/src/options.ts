import { InvalidArgumentError, Option } from 'commander';

/** Where the embedded stores are; the same default and variable as the server's. */
export function dataDirOption(): Option {
  return new Option('--data-dir <folder>', 'folder of the embedded stores').env('ACCORD_DATA_DIR').default('./data');
}

/** Output for scripts instead of people. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON instead of text').default(false);
}

/** Reads the value of an option that counts something. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(text);
}

import fs from 'node:fs';
import { deserialize, serialize } from 'bson';
import type { JournalEntry } from './stored-databases.js';

/**
 * The entries of a journal file, and a function that appends to it. An entry is in the operating system's hands when the
 * function returns: it survives the process, as MongoDB's own journal does. A last entry cut short is thrown away.
 */
export function openJournal(file: string): {
  readonly entries: readonly JournalEntry[];
  readonly append: (entry: JournalEntry) => void;
} {
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  const entries: JournalEntry[] = [];
  let end = 0;
  while (bytes.length - end >= 4 && bytes.length - end >= bytes.readInt32LE(end)) {
    const next = end + bytes.readInt32LE(end);
    entries.push(deserialize(bytes.subarray(end, next)) as JournalEntry);
    end = next;
  }
  fs.closeSync(fs.openSync(file, 'a'));
  fs.truncateSync(file, end);
  const handle = fs.openSync(file, 'a');
  return {
    entries,
    append: (entry) => {
      fs.writeSync(handle, serialize(entry));
    },
  };
}

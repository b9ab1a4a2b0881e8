import fs from 'node:fs';
import path from 'node:path';

/** Gives a file or folder another name in the same folder; the name outlives a power cut, where the platform can. */
export function durableRename(from: string, to: string): void {
  fs.renameSync(from, to);
  try {
    syncPath(path.dirname(to));
  } catch {
    // Windows cannot open a folder, and does not need to
  }
}

/** Waits until what was written to a file or folder is on the disk. */
export function syncPath(place: string): void {
  const handle = fs.openSync(place, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

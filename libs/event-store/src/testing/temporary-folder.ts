import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of its own for one test. */
export interface TemporaryFolder {
  file(name: string): string;
  remove(): void;
}

/** Makes a {@link TemporaryFolder} on the local disk. */
export function temporaryFolder(): TemporaryFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accord-store-'));
  return {
    file: (name) => path.join(folder, name),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

import { access, constants, mkdir } from 'node:fs/promises';
import { ConfigurationInvalid } from './configuration.js';

/** Makes the folder of the embedded stores if need be. Throws {@link ConfigurationInvalid} when it cannot be one. */
export async function prepareDataDirectory(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new ConfigurationInvalid(
      `ACCORD_DATA_DIR is "${folder}", which ${reasonOf(cause)}. Set it (--data-dir on the command line) to a folder that this user may write to.`,
      { cause },
    );
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'is or lies below a file and not a folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this user may not write to';
    case undefined:
    default:
      return `cannot be used as a folder (${code ?? String(error)})`;
  }
}

import { type FileHandle, open, rm } from 'node:fs/promises';
import type { ExportFormat } from '#analytics';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { whyUnusable } from '../why-unusable.js';
import { positionIn } from './exported-line.js';

const NEW_LINE = 10;
/** Bytes of the end of a file that are looked through at first; most lines are shorter. */
const TAIL = 65_536;

/** A file that an export is written into. */
export interface ExportFile {
  /** The last event that is in it as a whole. */
  readonly position?: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Returns when everything is on the disk. */
  close(): Promise<void>;
  /** Closes a file in which nothing was written; one that was made for it goes. */
  discard(): Promise<void>;
}

/** A new file. Throws {@link CommandFailed} when it is there already or cannot be written. */
export async function newExportFile(path: string): Promise<ExportFile> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST')
      throw new CommandFailed(
        `--out: ${path} is there already. Name a new file, or go on in it with --resume.`,
        ExitCode.usage,
      );
    throw new CommandFailed(`--out: ${path} cannot be written: ${whyUnusable(error)}.`);
  });
  return {
    ...writing(file),
    discard: async () => {
      await file.close();
      await rm(path);
    },
  };
}

/**
 * The file of an export that broke off, without the line that broke off; a new one where there is none. Throws
 * {@link CommandFailed} when it is no export in this format.
 */
export async function begunExportFile(path: string, format: ExportFormat): Promise<ExportFile> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new CommandFailed(`--out: ${path} cannot be written: ${whyUnusable(error)}.`);
  });
  if (file === undefined) return newExportFile(path);
  try {
    const { start, end, text } = await lastLine(file);
    const position = positionIn(text, format);
    const isOnlyNames = start === 0 && format === 'csv' && text.startsWith('position,');
    if (position === undefined && end > 0 && !isOnlyNames)
      throw new CommandFailed(
        `--resume: the last line of ${path} is no event in the format ${format}. Name another file.`,
      );
    // Without an event it begins anew, names of columns and all.
    const keep = position === undefined ? 0 : end;
    await file.truncate(keep);
    return { ...writing(file, keep), ...(position !== undefined && { position }), discard: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function writing(file: FileHandle, from = 0): Pick<ExportFile, 'write' | 'close'> {
  let at = from;
  return {
    write: async (bytes) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
        at += bytesWritten;
      }
    },
    close: async () => {
      await file.sync();
      await file.close();
    },
  };
}

/** The last line that ends, and where; an empty one at 0 when none does. */
async function lastLine(
  file: FileHandle,
): Promise<{ readonly start: number; readonly end: number; readonly text: string }> {
  const { size } = await file.stat();
  for (let length = Math.min(TAIL, size); ; length = Math.min(4 * length, size)) {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, size - length);
    const end = bytes.lastIndexOf(NEW_LINE);
    const before = end > 0 ? bytes.lastIndexOf(NEW_LINE, end - 1) : -1;
    if (before < 0 && length < size) continue;
    const offset = size - length;
    return {
      start: offset + before + 1,
      end: offset + end + 1,
      text: bytes.toString('utf8', before + 1, Math.max(end, 0)),
    };
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

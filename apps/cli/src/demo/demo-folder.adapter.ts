import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { Told } from './tell-story.adapter.js';

/** What the demo remembers of itself beside the log. */
interface Marker {
  readonly demo: 1;
  readonly state: 'telling' | 'told';
  readonly partnerships: readonly Told[];
}

/**
 * The partnerships of an earlier demo in this folder, `undefined` when the folder is free for one. Throws `CommandFailed`
 * for a folder with events that are not the demo's, or with a demo that never came to its end.
 */
export async function earlierDemo(dataDirectory: string): Promise<readonly Told[] | undefined> {
  const marker = await markerOf(dataDirectory);
  if (marker?.state === 'told') return marker.partnerships;
  if (marker?.state === 'telling')
    throw new CommandFailed(
      `The demo in ${dataDirectory} was interrupted while it was being set up. Remove the folder, or name another one with --data-dir.`,
      ExitCode.usage,
    );
  if (await hasEvents(dataDirectory))
    throw new CommandFailed(
      `${dataDirectory} holds events that are not the demo's. Name an empty folder with --data-dir; nothing was changed.`,
      ExitCode.usage,
    );
  return undefined;
}

/** Notes in the folder that a demo begins, or what it has come to. */
export async function noteDemo(dataDirectory: string, partnerships?: readonly Told[]): Promise<void> {
  const marker: Marker = {
    demo: 1,
    state: partnerships === undefined ? 'telling' : 'told',
    partnerships: partnerships ?? [],
  };
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(markerFile(dataDirectory), `${JSON.stringify(marker)}\n`);
}

function markerFile(dataDirectory: string): string {
  return join(dataDirectory, 'demo.json');
}

async function markerOf(dataDirectory: string): Promise<Marker | undefined> {
  try {
    return JSON.parse(await readFile(markerFile(dataDirectory), 'utf8')) as Marker;
  } catch {
    return undefined;
  }
}

async function hasEvents(dataDirectory: string): Promise<boolean> {
  const path = join(dataDirectory, 'accord.db');
  try {
    await access(path);
  } catch {
    return false;
  }
  const store = await openSqliteEventStore({ path, readOnly: true });
  try {
    return (await store.head()) !== store.start;
  } finally {
    await store.close();
  }
}

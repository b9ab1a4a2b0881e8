import { on } from 'node:events';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/**
 * Yields at once, and again whenever the content of a file has become another, until the signal. What changes while the
 * consumer is busy is not missed, and comes as one change. The folder is watched because editors replace files.
 */
export async function* fileVersions(path: string, signal: AbortSignal): AsyncGenerator<void, void, undefined> {
  const file = resolve(path);
  const watcher = watch(dirname(file));
  const changes = on(watcher, 'change', { signal });
  try {
    let seen = await contentOf(file);
    yield;
    for await (const [, name] of changes as AsyncIterable<readonly [string, string | null]>) {
      if (name !== null && name !== basename(file)) continue;
      const content = await contentOf(file);
      if (content === undefined || content === seen) continue;
      seen = content;
      yield;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    watcher.close();
  }
}

/** `undefined` while the file is being replaced. */
async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

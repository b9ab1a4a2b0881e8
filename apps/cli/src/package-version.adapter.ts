import { readFile } from 'node:fs/promises';

/** The version of Accord that a manifest (package.json) names. */
export async function packageVersion(manifest: URL | string): Promise<string> {
  return (JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string }).version;
}

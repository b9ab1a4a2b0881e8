import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { jsonOption } from '../options.js';

/** `accord version`: what is running here. */
export function versionCommand(): Command {
  return new Command('version')
    .description('Prints the versions of Accord and of what it runs on.')
    .addOption(jsonOption())
    .action(async ({ json }: { readonly json: boolean }) => {
      const manifest = await readFile(new URL('../../../../../package.json', import.meta.url), 'utf8');
      const { version } = JSON.parse(manifest) as { readonly version: string };
      const versions = { accord: version, node: process.version, platform: `${process.platform} ${process.arch}` };
      process.stdout.write(
        json
          ? `${JSON.stringify(versions)}\n`
          : `Accord ${versions.accord} on Node ${versions.node}, ${versions.platform}\n`,
      );
    });
}

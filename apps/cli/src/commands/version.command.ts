import { Command } from 'commander';
import { jsonOption } from '../options.js';
import { packageVersion } from '../package-version.adapter.js';

/** `accord version`: what is running here. */
export function versionCommand(): Command {
  return new Command('version')
    .description('Prints the versions of Accord and of what it runs on.')
    .addOption(jsonOption())
    .action(async ({ json }: { readonly json: boolean }) => {
      const versions = {
        accord: await packageVersion(new URL('../../../../../package.json', import.meta.url)),
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
      };
      process.stdout.write(
        json
          ? `${JSON.stringify(versions)}\n`
          : `Accord ${versions.accord} on Node ${versions.node}, ${versions.platform}\n`,
      );
    });
}

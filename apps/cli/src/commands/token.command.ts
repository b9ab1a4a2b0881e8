import { join } from 'node:path';
import { Command, Option } from 'commander';
import { issueToken, loadOrCreateKey, type Role, roleMeanings, roles } from '#identity';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { dataDirOption, jsonOption } from '../options.js';

interface TokenOptions {
  readonly role: readonly Role[];
  readonly subject: string;
  readonly partnership?: readonly string[];
  readonly expiresIn: string;
  readonly dataDir: string;
  readonly json: boolean;
}

/** `accord token`: a token signed with the data directory's key, for the embedded default. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('Prints a token signed with the key in the data directory.')
    .addOption(new Option('--role <role...>', 'what the bearer may do').choices(roles).makeOptionMandatory())
    .requiredOption('--subject <user>', 'who the bearer is: the user id that goes into events, not a name')
    .option('--partnership <id...>', 'for PARTNER_REP: the partnerships that are represented')
    .option('--expires-in <duration>', 'how long it holds, for example 8h or 30d', '8h')
    .addOption(dataDirOption())
    .addOption(jsonOption())
    .addHelpText('after', `\nRoles:\n${roles.map((role) => `  ${role.padEnd(19)} ${roleMeanings[role]}`).join('\n')}`)
    .action(printToken);
}

async function printToken({ role, subject, partnership, expiresIn, dataDir, json }: TokenOptions): Promise<void> {
  if (role.includes('PARTNER_REP') && partnership === undefined)
    throw new CommandFailed('A PARTNER_REP represents partnerships: name them with --partnership.', ExitCode.usage);
  if (!/^\d+ ?(s|m|h|d|w|y)$/.test(expiresIn))
    throw new CommandFailed(`--expires-in is "${expiresIn}"; give a duration such as 8h or 30d.`, ExitCode.usage);
  const { signing } = await loadOrCreateKey(join(dataDir, 'signing-key.json'));
  const claims = { subject, roles: role, ...(partnership === undefined ? {} : { partnerships: partnership }) };
  const token = await issueToken(signing, claims, expiresIn);
  process.stdout.write(`${json ? JSON.stringify({ token, ...claims, expiresIn }) : token}\n`);
}

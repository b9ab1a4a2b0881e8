import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { connect, type ConnectionOptions } from '../connection.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { type GraphqlClient, GraphqlFailed } from '../graphql-client.adapter.js';
import type { RowPlan } from '../import/row-plan.js';
import { textOf } from '../import/profile.js';
import { activeManagers } from '../import-sending/directory.adapter.js';
import { knownAddresses } from '../import-sending/managers.js';
import { progressBar } from '../import-sending/progress.adapter.js';
import { type ImportFile, plansOf, readImportFile } from '../import-sending/read-import-file.adapter.js';
import { reportCsv, reportText } from '../import-sending/report.js';
import { countRows, type ImportReport, type RowResult } from '../import-sending/row-result.js';
import { ImportStopped, sendImport, type Sent } from '../import-sending/send-import.adapter.js';
import { dataDirOption, jsonOption } from '../options.js';
import { whyUnusable } from '../why-unusable.js';

interface ImportOptions extends ConnectionOptions {
  readonly map?: string;
  readonly dryRun: boolean;
  readonly report?: string;
  readonly json: boolean;
}

/** `accord import`: takes an existing partner list over (domain.md 7). */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Takes an existing partner list over: a Salesforce export, the own template, or any CSV with a mapping.',
    )
    .argument('<file>', 'the CSV file; encoding, separator and date style are found out')
    .option('--map <mapping.yaml>', 'what the columns mean, for any other list')
    .option('--dry-run', 'only say what would become of each row', false)
    .addOption(
      new Option('--url <url>', 'a running server; without it one is started on the data folder').env('ACCORD_URL'),
    )
    .addOption(new Option('--token <token>', 'for --url: a token with role SYSTEM').env('ACCORD_TOKEN'))
    .addOption(dataDirOption())
    .option('--report <out.csv>', 'write the result of each row into a CSV file')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nEach row ends accepted, skipped with a reason or rejected with a code. A second run of the same list writes nothing.',
    )
    .action(runImport);
}

async function runImport(path: string, options: ImportOptions): Promise<void> {
  const file = await readImportFile(path, options.map);
  const report = options.dryRun ? await rehearse(file, options) : await carryOut(file, options);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`);
  if (options.report !== undefined) await writeReport(options.report, report);
  if (report.counts.rejected > 0) process.exitCode = ExitCode.partly;
}

/** Nothing is written; owners are checked only where a server is named. */
async function rehearse(file: ImportFile, options: ImportOptions): Promise<ImportReport> {
  if (options.url === undefined) return reportOf(file, plansOf(file));
  return connected(options, async (client) =>
    reportOf(file, plansOf(file, knownAddresses(await activeManagers(client), ownersIn(file)))),
  );
}

function carryOut(file: ImportFile, options: ImportOptions): Promise<ImportReport> {
  return connected(options, async (client) => {
    const managers = await activeManagers(client);
    const plans = plansOf(file, knownAddresses(managers, ownersIn(file)));
    const accepted = plans.filter(({ outcome }) => outcome === 'accepted').length;
    const progress = progressBar(accepted, 'Importing');
    const sent = await sendImport(file, plans, { api: client, managers, startedAt: client.seen ?? '', progress });
    return reportOf(file, plans, sent);
  });
}

async function connected<Result>(
  options: ConnectionOptions,
  work: (client: GraphqlClient) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(options, { role: 'SYSTEM', subject: 'accord-import' });
  try {
    return await work(connection.client);
  } catch (error) {
    if (error instanceof GraphqlFailed) throw new CommandFailed(connection.reasonOf(error));
    if (error instanceof ImportStopped) throw new CommandFailed(`${connection.reasonOf(error.cause)} ${error.message}`);
    throw error;
  } finally {
    await connection.close();
  }
}

function ownersIn(file: ImportFile): readonly string[] {
  return plansOf(file).flatMap((row) =>
    row.outcome === 'accepted' && row.plan.managerEmail !== undefined ? [row.plan.managerEmail] : [],
  );
}

function reportOf({ path, table, profile }: ImportFile, plans: readonly RowPlan[], sent?: Sent): ImportReport {
  const names = new Map(table.rows.map((row) => [row.rowNo, textOf(profile.map(row).cells, 'legalName')]));
  const rows = plans.map((plan) => sent?.results.get(plan.rowNo) ?? planned(plan, names.get(plan.rowNo)));
  return {
    file: path,
    sha256: table.sha256,
    profile: profile.name,
    sourceSystem: profile.sourceSystem,
    dialect: table.dialect,
    unreadColumns: profile.unreadColumns(table.header),
    dryRun: sent === undefined,
    ...(sent === undefined ? {} : { batchId: sent.batchId }),
    counts: countRows(rows),
    warnings: table.warnings,
    rows,
  };
}

function planned(row: RowPlan, company: string | undefined): RowResult {
  const { rowNo, warnings } = row;
  const identity = { rowNo, warnings, ...(company === undefined ? {} : { company }) };
  switch (row.outcome) {
    case 'accepted': {
      const { category, openingState, unknownFields } = row.plan;
      return { ...identity, outcome: 'accepted', category, openingState, unknownFields };
    }
    case 'skipped':
      return { ...identity, outcome: 'skipped', reason: row.reason };
    case 'rejected':
      return {
        ...identity,
        outcome: 'rejected',
        code: row.code,
        message: row.message,
        ...(row.details.length > 1 ? { details: row.details } : {}),
      };
  }
}

async function writeReport(path: string, { rows }: ImportReport): Promise<void> {
  try {
    await writeFile(path, reportCsv(rows));
  } catch (error) {
    throw new CommandFailed(`--report: ${path} cannot be written: ${whyUnusable(error)}.`);
  }
}

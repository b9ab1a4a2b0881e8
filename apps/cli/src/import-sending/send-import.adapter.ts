import { CommandFailed } from '../exit-code.js';
import { GraphqlFailed, type Refusal } from '../graphql-client.adapter.js';
import type { RowPlan } from '../import/row-plan.js';
import { type Api, isRefused, type OutgoingCommand } from './api.js';
import { commitImport, recordedMapping, rejectRow, stageImport } from './batch-commands.js';
import { companiesOf, type CompanyOfFile, holderOf, judgeLikeness } from './companies.js';
import { knownCompany } from './directory.adapter.js';
import { inParallel } from './in-parallel.adapter.js';
import type { KnownManager } from './managers.js';
import type { Progress } from './progress.adapter.js';
import type { ImportFile } from './read-import-file.adapter.js';
import { registerCompany } from './row-commands.js';
import type { RowResult } from './row-result.js';
import { sendCommand } from './send-command.adapter.js';
import { rejection, type Run, sendRow } from './send-row.adapter.js';

/**
 * Companies worked on at the same time; the rows of one company follow each other. Many, because the server makes all
 * that is under way durable at once and a company waits for that twice or more.
 */
const COMPANIES_AT_ONCE = 64;

/** What sending needs besides the file. */
export interface Sending {
  readonly api: Api;
  readonly managers: readonly KnownManager[];
  /** The log's position before anything was sent. */
  readonly startedAt: string;
  readonly progress: Progress;
}

/** The batch, and what became of each row that was to be recorded. */
export interface Sent {
  readonly batchId: string;
  readonly results: ReadonlyMap<number, RowResult>;
}

/** The server went away, lets nobody in any more or failed; `cause` says which, the message how far the import is. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  constructor(
    rows: { readonly done: number; readonly all: number },
    override readonly cause: GraphqlFailed,
  ) {
    super(
      `The import stopped after ${String(rows.done)} of ${String(rows.all)} rows; what was accepted stays. Run the same command again: it skips that and goes on with the rest.`,
    );
  }
}

/**
 * Sends a list through the public API (domain.md 7.1): the batch with its rejected rows, row by row, the commit.
 * Everything is idempotent, so after {@link ImportStopped} the same command goes on where it was.
 */
export async function sendImport(file: ImportFile, plans: readonly RowPlan[], sending: Sending): Promise<Sent> {
  const results = new Map<number, RowResult>();
  try {
    const batchId = await openBatch(file, plans, sending.api);
    const run: Run = {
      api: sending.api,
      managers: sending.managers,
      startedAt: sending.startedAt,
      ownContacts: new Map(),
      batch: { batchId, fileSha256: file.table.sha256, fileBytes: file.bytes, today: file.today },
    };
    await sendCompanies(plans, run, (result) => {
      results.set(result.rowNo, result);
      sending.progress.tick();
    });
    await rejectRows(batchId, results, sending.api);
    await must(sending.api, commitImport(batchId, plans));
    return { batchId, results };
  } catch (error) {
    if (error instanceof GraphqlFailed) throw stopped(error, results.size, plans);
    throw error;
  } finally {
    sending.progress.done();
  }
}

async function openBatch(file: ImportFile, plans: readonly RowPlan[], api: Api): Promise<string> {
  const { table, profile } = file;
  const mapping = recordedMapping(
    profile.sourceSystem,
    table.rows.map((row) => profile.map(row)),
  );
  const batch = await must(api, stageImport(table.sha256, table.rows.length, mapping));
  for (const plan of plans) if (plan.outcome === 'rejected') await must(api, rejectRow(batch, plan.rowNo, plan.code));
  return batch;
}

async function sendCompanies(plans: readonly RowPlan[], run: Run, report: (result: RowResult) => void): Promise<void> {
  const companies = companiesOf(plans.filter((plan) => plan.outcome === 'accepted'));
  const registered = new Set<string>();
  const work = async (company: CompanyOfFile): Promise<void> => {
    const companyId = await registeredCompany(company, registered, run.api);
    for (const row of company.rows)
      report(
        typeof companyId === 'string'
          ? await sendRow(row, companyId, run)
          : { rowNo: row.rowNo, company: row.plan.company.legalName, warnings: row.warnings, ...rejection(companyId) },
      );
  };
  await inParallel(
    companies.filter(({ doubted }) => !doubted),
    COMPANIES_AT_ONCE,
    work,
  );
  // One after the other: each of them may be held against any of the others.
  await inParallel(
    companies.filter(({ doubted }) => doubted),
    1,
    work,
  );
}

/** The id of the company in the directory, new or known; the refusal when a person has to decide. */
async function registeredCompany(company: CompanyOfFile, registered: Set<string>, api: Api): Promise<string | Refusal> {
  const answer = await register(company, registered, api);
  if (typeof answer === 'string') registered.add(answer);
  return answer;
}

async function register(company: CompanyOfFile, registered: ReadonlySet<string>, api: Api): Promise<string | Refusal> {
  const answer = await sendCommand(api, registerCompany(company, false));
  if (!isRefused(answer)) return answer.id;
  const holderId = holderOf(answer);
  const holder = holderId === undefined ? undefined : await knownCompany(api, holderId);
  if (holder === undefined) return answer;
  const likeness = judgeLikeness(answer, company, holder, registered);
  if (likeness.kind === 'same') return likeness.companyId;
  if (likeness.kind === 'undecided') return answer;
  const confirmed = await sendCommand(api, registerCompany(company, true));
  return isRefused(confirmed) ? confirmed : confirmed.id;
}

async function rejectRows(batchId: string, results: ReadonlyMap<number, RowResult>, api: Api): Promise<void> {
  for (const result of results.values())
    if (result.outcome === 'rejected') await must(api, rejectRow(batchId, result.rowNo, result.code));
}

async function must(api: Api, command: OutgoingCommand): Promise<string> {
  const answer = await sendCommand(api, command);
  if (isRefused(answer)) throw new CommandFailed(`${command.mutation} was refused: ${answer.message} (${answer.code})`);
  return answer.id;
}

function stopped(cause: GraphqlFailed, done: number, plans: readonly RowPlan[]): ImportStopped {
  return new ImportStopped({ done, all: plans.filter(({ outcome }) => outcome === 'accepted').length }, cause);
}

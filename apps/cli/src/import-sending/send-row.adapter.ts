import { GraphqlFailed, type Refusal } from '../graphql-client.adapter.js';
import { type Api, type Carried, isRefused, type OutgoingCommand } from './api.js';
import type { AcceptedRow } from './companies.js';
import { managerByMail, type KnownManager } from './managers.js';
import type { Notice, RowResult } from './row-result.js';
import * as commands from './row-commands.js';
import { sendCommand } from './send-command.adapter.js';

/** What the rows of one run share. */
export interface Run {
  readonly api: Api;
  readonly batch: commands.Batch;
  readonly managers: readonly KnownManager[];
  /** The log's position when the run began: what lies at or before it was there already. */
  readonly startedAt: string;
  /** The own side's contacts, registered once per address. */
  readonly ownContacts: Map<string, Promise<Carried | Refusal>>;
}

/** What the steps of one row have come to so far. */
interface Steps {
  wrote: boolean;
  readonly warnings: Notice[];
}

/**
 * Records one row: partnership, contacts, manager, agreement. A step that was taken in an earlier run is the same command
 * and writes nothing, so a row that needed no new step is skipped as imported; a later step that is refused is a
 * warning, because the partnership stands. Throws only when the server is gone.
 */
export async function sendRow(row: AcceptedRow, companyId: string, run: Run): Promise<RowResult> {
  const { rowNo, plan } = row;
  const steps: Steps = { wrote: false, warnings: [...row.warnings, ...commands.notTakenOver(plan)] };
  const identity = { rowNo, company: plan.company.legalName };
  try {
    const partnership = await take(commands.importPartnership(plan, rowNo, companyId, run.batch), run, steps);
    if (isRefused(partnership)) return { ...identity, warnings: row.warnings, ...rejection(partnership) };
    await sendPeople(row, companyId, partnership.id, { run, steps });
    await optional(commands.recordAgreement(plan, partnership.id, run.batch), run, steps);
    const known = { ...identity, warnings: steps.warnings, partnershipId: partnership.id };
    if (!steps.wrote) return { ...known, outcome: 'skipped', reason: 'already imported' };
    const { category, openingState, unknownFields } = plan;
    return { ...known, outcome: 'accepted', category, openingState, unknownFields };
  } catch (error) {
    if (!(error instanceof GraphqlFailed) || isLost(error.code)) throw error;
    return { ...identity, warnings: row.warnings, outcome: 'rejected', code: error.code, message: error.message };
  }
}

/** A refusal as the end of a row. */
export function rejection({ code, message, details }: Refusal): {
  readonly outcome: 'rejected';
  readonly code: string;
  readonly message: string;
  readonly details?: readonly Notice[];
} {
  const reasons = details.map((detail) => ({ code: detail.code, message: detail.message }));
  return { outcome: 'rejected', code, message, ...(reasons.length > 1 ? { details: reasons } : {}) };
}

/** True when going on makes no sense: nobody answers, or nobody lets us in. */
function isLost(code: string): boolean {
  return ['UNREACHABLE', 'UNAUTHENTICATED', 'FORBIDDEN'].includes(code);
}

async function sendPeople(
  { plan }: AcceptedRow,
  companyId: string,
  partnershipId: string,
  { run, steps }: { readonly run: Run; readonly steps: Steps },
): Promise<void> {
  const { today } = run.batch;
  const partner = await person(commands.registerPartnerContact(plan, companyId), run, steps);
  if (partner !== undefined)
    await optional(commands.assignContact(plan, partnershipId, 'PARTNER', { personId: partner, today }), run, steps);
  const own = await ownContact(plan.sourceSystem, plan.ownContactEmail, run, steps);
  if (own !== undefined)
    await optional(commands.assignContact(plan, partnershipId, 'OWN', { personId: own, today }), run, steps);
  const manager = plan.managerEmail === undefined ? undefined : managerByMail(run.managers, plan.managerEmail);
  if (manager !== undefined) await optional(commands.assignManager(plan, partnershipId, manager.id, today), run, steps);
}

async function take(command: OutgoingCommand, run: Run, steps: Steps): Promise<Carried | Refusal> {
  const answer = await sendCommand(run.api, command);
  if (!isRefused(answer) && answer.position > run.startedAt) steps.wrote = true;
  return answer;
}

async function optional(command: OutgoingCommand | undefined, run: Run, steps: Steps): Promise<void> {
  if (command === undefined) return;
  const answer = await take(command, run, steps);
  if (isRefused(answer)) warn(steps, answer);
}

/** The id of a person who is registered now, or was under the same address before. */
async function person(command: OutgoingCommand | undefined, run: Run, steps: Steps): Promise<string | undefined> {
  return command === undefined ? undefined : personId(await take(command, run, steps), steps);
}

async function ownContact(
  sourceSystem: string,
  email: string | undefined,
  run: Run,
  steps: Steps,
): Promise<string | undefined> {
  if (email === undefined) return undefined;
  const registering =
    run.ownContacts.get(email) ?? sendCommand(run.api, commands.registerOwnContact(sourceSystem, email));
  run.ownContacts.set(email, registering);
  return personId(await registering, steps);
}

function personId(answer: Carried | Refusal, steps: Steps): string | undefined {
  if (!isRefused(answer)) return answer.id;
  const said = [answer.message, ...answer.details.map(({ message }) => message)].join(' ');
  const twin = answer.code === 'PERSON_DUPLICATE' ? /prs_[0-9A-Za-z]+/.exec(said)?.[0] : undefined;
  if (twin === undefined) warn(steps, answer);
  return twin;
}

function warn(steps: Steps, { code, message }: Refusal): void {
  steps.warnings.push({ code, message });
}

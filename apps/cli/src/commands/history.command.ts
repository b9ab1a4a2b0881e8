import { Command } from 'commander';
import type { EventStore, Recorded, StoredEvent } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { openLogToRead } from '../copy/open-log.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { dataDirOption, jsonOption, wholeNumber } from '../options.js';

interface HistoryOptions {
  readonly dataDir: string;
  readonly limit?: number;
  readonly json: boolean;
}

/** One event of a partnership, for people and for `--json`. */
interface HistoryLine {
  readonly revision: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  /** Days between the two; more than 10 is a late entry (domain.md 1). */
  readonly lateDays: number;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly sentence: string;
}

/** `accord history`: what happened in a partnership, straight from the log, also while a server runs on it. */
export function historyCommand(): Command {
  return new Command('history')
    .description('Prints the history of a partnership from the log: what happened when, recorded when and by whom.')
    .argument('<partnership>', 'its id, prt_…')
    .option('--limit <n>', 'only the last n events', wholeNumber)
    .addOption(dataDirOption())
    .addOption(jsonOption())
    .action(printHistory);
}

async function printHistory(partnershipId: string, { dataDir, limit, json }: HistoryOptions): Promise<void> {
  if (!/^prt_[0-9A-Za-z]{1,40}$/.test(partnershipId))
    throw new CommandFailed(`"${partnershipId}" is no id of a partnership; it starts with prt_.`, ExitCode.usage);
  const { name, store } = await openLogToRead({ dataDir });
  try {
    const lines = await linesOf(store, partnershipId, limit);
    if (lines.length === 0)
      throw new CommandFailed(
        `There is no partnership ${partnershipId} in ${name}. Look it up in the list of partnerships.`,
      );
    process.stdout.write(json ? `${JSON.stringify(lines)}\n` : `${lines.map(lineText).join('\n')}\n`);
  } finally {
    await store.close();
  }
}

async function linesOf(store: EventStore, partnershipId: string, limit?: number): Promise<readonly HistoryLine[]> {
  const { historySentence, partnershipContextEvents } = await import('#partnership');
  const codec = createEventCodec({ definitions: partnershipContextEvents, upcasts: {} });
  const newestFirst: StoredEvent[] = [];
  for await (const event of store.read(`partnership-${partnershipId}`, {
    direction: 'backwards',
    ...(limit === undefined ? {} : { limit }),
  }))
    newestFirst.push(event);
  return newestFirst.reverse().map((stored) => {
    const event = codec.decode(stored);
    return line(event, historySentence(event as Parameters<typeof historySentence>[0]));
  });
}

function line({ revision, type, occurredOn, metadata }: Recorded, sentence: string): HistoryLine {
  const { recordedAt, lateDays, actor } = metadata;
  return {
    revision: String(revision),
    type,
    occurredOn,
    recordedAt,
    lateDays,
    actor: actor.userId,
    roles: actor.roles,
    // Who an id stands for is not in the log; the API joins the names for whoever may see them.
    sentence: sentence.replace(/\{\{\w+:(\w+)\}\}/g, '$1'),
  };
}

function lineText({ revision, occurredOn, recordedAt, lateDays, actor, sentence }: HistoryLine): string {
  const late = lateDays > 0 ? `${String(lateDays)} d later` : 'same day';
  return `${revision.padStart(4)}  ${occurredOn}  recorded ${recordedAt} (${late}) by ${actor}: ${sentence}`;
}

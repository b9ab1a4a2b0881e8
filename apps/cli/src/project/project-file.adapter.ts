import type { DefinedProjection, ExplainedEvent, ExplainTarget } from '#analytics';
import type { EventStore, Projection } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { failureText, LogFold, type LogFoldParts } from '#projections';
import { readingProgress } from '../progress/reading-progress.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { documentsText } from './documents-text.js';
import { explanationText } from './explanation-text.js';
import { CLOSE_LOOKS, type FoldedLog, foldLog } from './fold-log.adapter.js';
import { outputFormat } from './output-format.js';
import { type ProjectOptions, typesToRead } from './project-options.js';
import { sortedRows, sortFields } from './sorted-rows.js';
import { writeText } from './write-text.adapter.js';

/** Most documents that are named when some were left out. */
const MOST_NAMED = 20;

/** What a run works with. */
interface Run {
  /** What messages call it. */
  readonly name: string;
  readonly projection: DefinedProjection;
  readonly store: EventStore;
  readonly options: ProjectOptions;
}

/**
 * Runs a projection file as it is now over the log: writes its documents, or explains one of them. Gives the exit code. Throws
 * `ProjectionFileInvalid`, `SourcesMissing` and {@link CommandFailed}.
 */
export async function projectFile(path: string, store: EventStore, options: ProjectOptions): Promise<number> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { loadProjectionFile } = await import('#analytics');
  const { file, projection } = await loadProjectionFile(path, { check: options.check });
  const run = { name: `Projection "${projection.name}" (${file})`, projection, store, options };
  return options.explain === undefined ? writeDocuments(run) : explain(run, options.explain);
}

async function writeDocuments(run: Run): Promise<number> {
  const { format, out, sort = '', limit = Infinity, json } = run.options;
  const { fold, folded } = await folding(run);
  const rows = sortedRows(fold.documents, sortFields(sort)).slice(0, limit);
  await writeText(documentsText(rows, json ? 'json' : outputFormat(format, out)), out);
  say(
    `${String(rows.length)} of ${String(fold.documents.size)} documents ${seen(folded)}${out === undefined ? '' : ` are in ${out}`}.`,
  );
  return exitCodeOf(fold);
}

async function explain(run: Run, text: string): Promise<number> {
  const { explainedEvent, explainTargets } = await import('#analytics');
  const targets = explainTargets(text);
  const found = new Map(
    targets.map((target) => [target.key, { target, events: [] as ExplainedEvent[], isThere: false }]),
  );
  const { fold, folded } = await folding(run, {
    keys: new Set(found.keys()),
    onChange: (change) => {
      const of = found.get(change.key);
      if (of === undefined) return;
      of.isThere = true;
      const explained = explainedEvent(change, of.target.field);
      if (explained !== undefined) of.events.push(explained);
    },
  });
  const explained = [...found.values()].find(({ isThere }) => isThere);
  if (explained === undefined || explained.events.length === 0)
    throw new CommandFailed(
      explained === undefined
        ? `No event ${seen(folded)} changed a document "${text}". Run it without --explain to see the keys.`
        : `No event ${seen(folded)} changed "${explained.target.field ?? ''}" of ${explained.target.key}. Leave the field out to see what did change.`,
    );
  await writeText([explanation(explained.target, explained.events, run.options.json)], run.options.out);
  return exitCodeOf(fold);
}

function explanation(target: ExplainTarget, events: readonly ExplainedEvent[], json: boolean): string {
  return `${json ? JSON.stringify(events) : explanationText(target, events)}\n`;
}

async function folding(
  { name, projection, store, options }: Run,
  parts: Pick<LogFoldParts, 'keys' | 'onChange'> = {},
): Promise<{ readonly fold: LogFold; readonly folded: FoldedLog }> {
  const types = typesToRead(Object.keys(projection.on), options.types);
  const { eventDefinitions } = await import('#platform');
  const fold = new LogFold({
    projection: projection as unknown as Projection,
    codec: createEventCodec({ definitions: eventDefinitions, upcasts: {} }),
    ...(options.knownAt === undefined ? {} : { knownAt: options.knownAt }),
    ...(options.check ? {} : { closeLooks: CLOSE_LOOKS }),
    ...parts,
  });
  const { keepGoing } = options;
  const folded = await foldLog(store, fold, { name, types, keepGoing, progress: readingProgress(process.stderr) });
  return { fold, folded };
}

function seen({ events, upTo }: FoldedLog): string {
  return `from ${String(events)} events up to position ${upTo}`;
}

/** Says what was left out, if anything was. */
function exitCodeOf({ failures }: LogFold): number {
  if (failures.length === 0) return ExitCode.done;
  const more = failures.length - MOST_NAMED;
  say(
    [
      `${String(failures.length)} documents or streams are left out, each from the event on that could not be folded:`,
      ...failures.slice(0, MOST_NAMED).map((failure) => `  ${failureText(failure)}`),
      ...(more > 0 ? [`  and ${String(more)} more`] : []),
    ].join('\n'),
  );
  return ExitCode.partly;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

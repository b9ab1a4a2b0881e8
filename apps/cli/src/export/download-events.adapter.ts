import type { ExportFormat } from '#analytics';
import type { ReadingProgress } from '../progress/reading-progress.js';
import { isServerAddress } from '../connection.adapter.js';
import { CommandFailed } from '../exit-code.js';
import { whyUnreachable } from '../why-unreachable.js';
import { begunExportFile, type ExportFile, newExportFile } from './export-file.adapter.js';
import { positionIn } from './exported-line.js';

/** Which events are downloaded, from where, and into which file. */
export interface Download {
  readonly url: string;
  readonly token: string;
  readonly format: ExportFormat;
  readonly out: string;
  readonly types?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: number;
  /** Goes on behind the last event in the file. */
  readonly resume: boolean;
  readonly progress: Pick<ReadingProgress, 'phase' | 'advance'>;
  /** Breaks off. */
  readonly signal: AbortSignal;
}

/** What a download has brought. */
export interface DownloadReport {
  readonly file: string;
  /** Events that were written now. */
  readonly events: number;
}

const NEW_LINE = 10;
/** Enough of a line for the position at its beginning. */
const LINE_START = 120;

/**
 * Downloads the pseudonymised events of a server into a file, as fast as the file takes them. Throws
 * {@link CommandFailed}; what was written until then stays, and the message says how to go on.
 */
export async function downloadEvents(download: Download): Promise<DownloadReport> {
  const { out, format, resume } = download;
  const file = await (resume ? begunExportFile(out, format) : newExportFile(out));
  const response = await answerTo(download, file.position).catch(async (error: unknown) => {
    await file.discard();
    throw error;
  });
  const names = format === 'csv' && file.position === undefined ? 1 : 0;
  let lines = 0;
  try {
    for await (const bytes of written(response, file, download)) lines += linesIn(bytes);
  } catch (error) {
    const events = String(Math.max(0, lines - names));
    const reason = download.signal.aborted ? 'it was interrupted' : whyUnreachable(error as Error);
    throw new CommandFailed(
      `The export broke off after ${events} events (${reason}); they are in ${out}. Go on with the same command and --resume.`,
    );
  } finally {
    await file.close();
  }
  return { file: out, events: Math.max(0, lines - names) };
}

/** The chunks of the answer, each when it has been written. */
async function* written(response: Response, file: ExportFile, { format, progress }: Download): AsyncGenerator<Buffer> {
  progress.phase('exporting', response.headers.get('accord-position') ?? '');
  for await (const chunk of response.body ?? []) {
    const bytes = Buffer.from(chunk as Uint8Array);
    await file.write(bytes);
    const start = bytes.lastIndexOf(NEW_LINE, -2) + 1;
    const at = positionIn(bytes.toString('utf8', start, start + LINE_START), format);
    if (at !== undefined) progress.advance(linesIn(bytes), at);
    yield bytes;
  }
}

async function answerTo({ url, token, signal, ...wanted }: Download, after: string | undefined): Promise<Response> {
  const { format, types, from, until, limit } = wanted;
  const address = addressOf(url);
  for (const [name, value] of Object.entries({ format, types, from, until, limit, after }))
    if (value !== undefined) address.searchParams.set(name, String(value));
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal }).catch(
    (error: unknown) => {
      throw new CommandFailed(`${url} does not answer: ${whyUnreachable(error as Error)}.`);
    },
  );
  if (response.ok) return response;
  throw new CommandFailed(await refusalIn(response));
}

function addressOf(url: string): URL {
  if (isServerAddress(url)) return new URL('/export/events', url);
  throw new CommandFailed(`--url is "${url}"; give the address of a server, such as http://127.0.0.1:4000.`);
}

async function refusalIn(response: Response): Promise<string> {
  const { errors = [] } = (await response.json().catch(() => ({}))) as {
    readonly errors?: readonly { readonly message: string }[];
  };
  return errors[0]?.message ?? `The server answered ${String(response.status)} without a reason.`;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
  return lines;
}

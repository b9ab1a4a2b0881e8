import type { EventCodec, EventStore, StoredEvent } from '#event-sourcing';
import { accordChapters } from '../catalogue/accord-chapters.js';
import { jsonSchemaOf } from '../catalogue/json-schema.adapter.js';
import { csvRow } from './csv-row.js';
import { exportPlans } from './export-plans.js';
import { exportTable } from './export-table.js';
import type { ExportRequest } from './export-request.js';
import { type ExportedEvent, type ExportPlan, pseudonymise, type PseudonymOf } from './pseudonymise.js';

/** What an export stands on. */
export interface EventExportParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly pseudonymOf: PseudonymOf;
}

/** Characters handed over at once: enough that nobody waits for single events, and few enough to hold. */
const CHUNK = 65_536;

/** Exports the events of a log pseudonymised (ADR 55). */
export class EventExport {
  private readonly plans = exportPlans(accordChapters, jsonSchemaOf);

  constructor(private readonly parts: EventExportParts) {}

  /** The event types that can be exported. */
  get types(): readonly string[] {
    return [...this.plans.keys()];
  }

  /**
   * The wanted events as text, in the order of the log, some lines at a time; read only as fast as they are taken.
   * Throws what the store and the codec throw.
   */
  async *text(request: ExportRequest): AsyncGenerator<string, void, undefined> {
    const types = request.types ?? this.types;
    const { head, line } = this.form(request, types);
    let chunk = head;
    for await (const event of this.events(request)) {
      chunk += line(event);
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  }

  private async *events(request: ExportRequest): AsyncGenerator<ExportedEvent> {
    const { after, types, limit = Infinity } = request;
    const part = { ...(after !== undefined && { after }), ...(types !== undefined && { types }) };
    let exported = 0;
    for await (const stored of this.parts.store.readAll(part)) {
      const plan = this.plans.get(stored.type);
      if (plan === undefined || !isWithin(request, stored.metadata['recordedAt'] as string)) continue;
      yield this.exported(stored, plan);
      exported += 1;
      if (exported >= limit) return;
    }
  }

  private exported(stored: StoredEvent, plan: ExportPlan): ExportedEvent {
    return pseudonymise(this.parts.codec.decode(stored), plan, this.parts.pseudonymOf);
  }

  private form(
    { format, after }: ExportRequest,
    types: readonly string[],
  ): { readonly head: string; readonly line: (event: ExportedEvent) => string } {
    if (format === 'ndjson') return { head: '', line: (event) => `${JSON.stringify(event)}\n` };
    const { names, row } = exportTable(new Map([...this.plans].filter(([type]) => types.includes(type))));
    // What goes on behind a position is appended to what begins with the names.
    return { head: after === undefined ? csvRow(names) : '', line: (event) => csvRow(row(event)) };
  }
}

function isWithin({ from, until }: ExportRequest, recordedAt: string): boolean {
  return (from === undefined || recordedAt >= from) && (until === undefined || recordedAt < until);
}

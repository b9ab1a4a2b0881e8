/**
 * A process that appends without pause until it is killed: `kill-child <file> <seed>`. It prints one line per
 * acknowledged append, `<stream> <revision of its first event> <ids,…>`, written at once so that what is acknowledged is
 * known before the next moment.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { EventToAppend, JsonObject } from '#event-sourcing';
import { hashOf } from '../codec/hash-chain.js';
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.adapter.js';

const STREAMS = 12;
const [file = '', seed = '0'] = process.argv.slice(2);

function uuid(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function sealed(id: string, data: JsonObject, prevHash: string | null): EventToAppend {
  const event = { id, type: 'CounterRaised', data, metadata: { prevHash } };
  return { ...event, metadata: { prevHash, hash: hashOf(event) } };
}

async function append(stream: string): Promise<never> {
  let revision = -1n;
  let prevHash: string | null = null;
  for await (const last of store.read(stream, { direction: 'backwards', limit: 1 })) {
    revision = last.revision;
    prevHash = last.metadata['hash'] as string;
  }
  for (let round = 0; ; round += 1) {
    const batch: EventToAppend[] = [];
    for (let index = 0; index <= round % 3; index += 1) {
      const id = uuid(`${seed} ${stream} ${String(round)} ${String(index)}`);
      const event = sealed(id, { filler: 'x'.repeat((round * 37) % 3_000) }, prevHash);
      prevHash = event.metadata['hash'] as string;
      batch.push(event);
    }
    const result = await store.append(stream, revision === -1n ? 'none' : revision, batch);
    fs.writeSync(1, `${stream} ${String(revision + 1n)} ${batch.map(({ id }) => id).join(',')}\n`);
    revision = result.revision;
  }
}

const store = await openSqliteEventStore({ path: file });
fs.writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: STREAMS }, (_, index) => append(`kill-${String(index)}`)));

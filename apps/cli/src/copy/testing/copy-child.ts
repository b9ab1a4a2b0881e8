/**
 * A process that copies a log: `copy-child <from> <to>`. It says `copying` when it begins to append, and `copied` with
 * the number of equal events when it is done.
 */
import fs from 'node:fs';
import { copyLog } from '../copy-log.adapter.js';
import { openLog } from '../open-log.adapter.js';
import { SAMPLE_PREFIXES } from './sample-log.js';

const [from = '', to = ''] = process.argv.slice(2);
const source = await openLog(from, '--from');
const target = await openLog(to, '--to');
const progress = {
  // at once, so that it is known before the next moment
  phase: (name: string) => {
    if (name === 'copying') fs.writeSync(1, 'copying\n');
  },
  advance: () => undefined,
  done: () => undefined,
};
const { events } = await copyLog({ source, target, ownStreams: SAMPLE_PREFIXES, progress });
fs.writeSync(1, `copied ${String(events)}\n`);
await target.store.close();
await source.store.close();

/**
 * The double as a process of its own: `main [--port n] [--journal file] [--replica-set name]`. It prints one line of JSON
 * when it listens, `{"port":…,"url":…}`, and takes misbehaviours on standard input, one a line.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Misbehaviour } from './misbehaviour.js';
import { startMongoDouble } from './mongo-double.js';

const { values } = parseArgs({
  options: { port: { type: 'string' }, journal: { type: 'string' }, 'replica-set': { type: 'string' } },
});
const double = await startMongoDouble({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.journal === undefined ? {} : { journal: values.journal }),
  ...(values['replica-set'] === undefined ? {} : { replicaSet: values['replica-set'] }),
});
process.stdout.write(`${JSON.stringify({ port: Number(double.address.split(':')[1]), url: double.url })}\n`);
for await (const line of createInterface({ input: process.stdin })) double.misbehave(JSON.parse(line) as Misbehaviour);
await double.stop();

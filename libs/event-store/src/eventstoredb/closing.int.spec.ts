import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { type CompiledSources, compileForChild } from '../../../../test/support/compiled.js';

describe('closing', () => {
  let sources: CompiledSources | undefined;
  let double: EventStoreDouble;
  let child: ChildProcessByStdio<null, Readable, null> | undefined;
  beforeAll(async () => {
    sources = await compileForChild(['libs/event-store', 'libs/event-sourcing', 'libs/calendar']);
  });
  afterAll(() => sources?.remove());
  beforeEach(async () => {
    double = await EventStoreDouble.start();
    const json = {
      type: 'ReviewHeld',
      contentType: 'application/json',
      data: Buffer.from('{}'),
      metadata: Buffer.from('{}'),
    };
    for (let count = 0; count < 3; count += 1)
      double.log.append('company-1', 'any', [{ ...json, id: crypto.randomUUID() }]);
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    double.down();
  });

  it.each([
    ['esdb', 'everything', 'closed EventStoreUnavailable: The event store at HOST is closed.\n'],
    ['kurrentdb', 'everything', 'closed EventStoreUnavailable: The event store at HOST is closed.\n'],
    ['esdb', 'read', 'closed \n'],
    ['kurrentdb', 'read', 'closed \n'],
  ] as const)('leaves nothing open: a process that used %s:// for %s ends by itself', async (scheme, mode, said) => {
    const script = sources?.script('libs/event-store/src/testing/closing-child.ts') ?? '';
    child = spawn(process.execPath, [script, double.url(scheme), mode], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output, exit] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(output).toBe(said.replace('HOST', double.address));
    expect(exit[0]).toBe(0);
  });
});

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
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    double.down();
  });

  it.each(['esdb', 'kurrentdb'] as const)(
    'leaves nothing open: a process with a read and a subscription under way through %s:// ends by itself',
    async (scheme) => {
      const script = sources?.script('libs/event-store/src/testing/closing-child.ts') ?? '';
      child = spawn(process.execPath, [script, double.url(scheme)], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      expect(output).toMatch(/^closed, EventStoreUnavailable: .* is closed\.\n$/);
      expect(code).toBe(0);
    },
  );
});

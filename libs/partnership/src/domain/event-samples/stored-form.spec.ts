import { importBatchEvents } from '../import-batch/import-batch-events.js';
import * as importSamples from '../import-batch/import-batch-samples.js';
import { agreementEvents } from '../events/agreement.js';
import { lifecycleEvents } from '../events/lifecycle.js';
import { peopleEvents } from '../events/people.js';
import { requirementsEvents } from '../events/requirements.js';
import * as agreementSamples from './agreement.js';
import * as lifecycleSamples from './lifecycle.js';
import * as peopleSamples from './people.js';
import * as requirementsSamples from './requirements.js';

interface Definition {
  readonly data: { parse(input: unknown): unknown };
}

const chapters: readonly (readonly [string, Readonly<Record<string, Definition>>, object])[] = [
  ['lifecycle', lifecycleEvents, lifecycleSamples],
  ['people', peopleEvents, peopleSamples],
  ['agreement', agreementEvents, agreementSamples],
  ['requirements', requirementsEvents, requirementsSamples],
  ['import batch', importBatchEvents, importSamples],
];

describe.each(chapters)('The events of the chapter %s', (_, definitions, samples) => {
  const events = Object.values(samples) as readonly { readonly type: string; readonly data: object }[];

  it('each have a sample', () => {
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(Object.keys(definitions)));
  });

  it.each(events)('pass their own schema: $type', ({ type, data }) => {
    expect(definitions[type]?.data.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  it.each(events)('refuse a field that is not theirs: $type', ({ type, data }) => {
    expect(() => definitions[type]?.data.parse({ ...data, name: 'Jana Petersen' })).toThrow();
  });
});

import { programmeEventSamples, secondDraftBegun, secondVersionPublished } from './event-samples.js';
import { programmeEvents } from './events.js';
import { programmeStream } from './stream.js';

const samples = [...Object.values(programmeEventSamples), secondDraftBegun, secondVersionPublished];

describe('the stored form of programmes', () => {
  it.each(samples.map((sample) => [sample.type, sample] as const))('reads %s as it was written', (type, { data }) => {
    expect(programmeEvents[type].data.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  it('has a sample of every event', () => {
    expect(Object.keys(programmeEventSamples)).toEqual(Object.keys(programmeEvents));
  });

  it('lies in the stream that the reference names', () => {
    expect(programmeStream('prg_1')).toBe('programme-prg_1');
  });
});

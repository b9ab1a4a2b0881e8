import 'reflect-metadata';
import { accordEvents } from '../accord-events.js';
import { accordChapters } from './accord-chapters.js';
import { eventFields } from './event-field.js';
import { jsonSchemaOf } from './json-schema.adapter.js';

const declared = accordChapters.flatMap(({ definitions }) => Object.entries(definitions));

describe('the chapters of the event catalogue', () => {
  it('hold every event of the system, each once', () => {
    expect(declared.map(([type]) => type).sort()).toEqual(Object.keys(accordEvents).sort());
  });

  it('have an example of each, which is one', () => {
    for (const { definitions, samples } of accordChapters)
      for (const [type, { data }] of Object.entries(definitions)) {
        expect(samples[type]?.type).toBe(type);
        expect(data.parse(samples[type]?.data)).toEqual(samples[type]?.data);
      }
  });

  it.each(declared)('say of every text in %s what an export does with it', (_type, definition) => {
    const unclassified = eventFields(jsonSchemaOf(definition)).filter(({ disclosure }) => disclosure === undefined);
    expect(unclassified.map(({ path }) => path)).toEqual([]);
  });

  it.each(declared)('tell of every number in %s in what it counts, or what it means', (_type, definition) => {
    const numbers = eventFields(jsonSchemaOf(definition)).filter(({ type }) => type === 'integer' || type === 'number');
    const unexplained = numbers.filter(({ unit, description }) => unit === undefined && description === undefined);
    expect(unexplained.map(({ path }) => path)).toEqual([]);
  });
});

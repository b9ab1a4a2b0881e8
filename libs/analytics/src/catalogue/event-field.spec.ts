import { z } from 'zod';
import { calendarDate, freeText, personId, sealedText } from '#event-fields';
import { eventFields, type JsonSchema } from './event-field.js';

const fieldsOf = (shape: z.core.$ZodShape) => eventFields(z.toJSONSchema(z.strictObject(shape)) as JsonSchema);

describe('the fields of an event', () => {
  it('are named from the data down, with type, unit, values and whether they may be missing', () => {
    const fields = fieldsOf({
      heldOn: calendarDate.meta({ description: 'When it took place.' }),
      note: freeText(20).exactOptional(),
      participants: z.array(z.strictObject({ personId, side: z.enum(['OWN', 'PARTNER']) }).readonly()).readonly(),
      days: z.int().meta({ unit: 'days' }),
      ok: z.boolean(),
    });
    expect(fields).toEqual([
      {
        path: 'heldOn',
        type: 'text',
        optional: false,
        unit: 'calendar date, ISO 8601',
        description: 'When it took place.',
        disclosure: 'open',
      },
      { path: 'note', type: 'text', optional: true, unit: 'free text', disclosure: 'withheld' },
      { path: 'participants', type: 'list', optional: false, disclosure: 'open' },
      { path: 'participants[]', type: 'object', optional: false, disclosure: 'open' },
      { path: 'participants[].personId', type: 'text', optional: false, unit: 'id, prs_…', disclosure: 'person' },
      { path: 'participants[].side', type: 'text', optional: false, values: ['OWN', 'PARTNER'], disclosure: 'open' },
      { path: 'days', type: 'integer', optional: false, unit: 'days', disclosure: 'open' },
      { path: 'ok', type: 'boolean', optional: false, disclosure: 'open' },
    ]);
  });

  it('withhold whatever stands in something that is withheld', () => {
    const fields = fieldsOf({
      summary: sealedText,
      box: z.strictObject({ open: z.int() }).meta({ disclosure: 'withheld' }),
    });
    expect(fields.map(({ disclosure }) => disclosure)).toEqual(Array(5).fill('withheld'));
  });

  it('say nothing of what nobody has classified: texts, names in records, and forms that are not known', () => {
    const fields = fieldsOf({
      text: z.string(),
      record: z.record(z.string(), z.int()),
      any: z.union([z.int(), z.string()]),
    });
    expect(fields.filter(({ disclosure }) => disclosure === undefined).map(({ path }) => path)).toEqual([
      'text',
      'record',
      'any',
    ]);
  });
});

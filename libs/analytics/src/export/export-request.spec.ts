import { exportRequest } from './export-request.js';

const known = { types: ['ReviewHeld', 'ActionAgreed'], start: '0'.repeat(20) };

describe('the parameters of an export', () => {
  it('are all optional: every event, a line of JSON each', () => {
    expect(exportRequest({}, known)).toEqual({ request: { format: 'ndjson' } });
  });

  it('narrow it by type, time of recording, position and number', () => {
    const after = '7'.padStart(20, '0');
    const query = { format: 'csv', types: 'ReviewHeld,ActionAgreed,ReviewHeld', from: '2026-01-01', after, limit: '5' };
    expect(exportRequest({ ...query, until: '2026-03-31T06:00Z' }, known)).toEqual({
      request: {
        format: 'csv',
        types: ['ReviewHeld', 'ActionAgreed'],
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-03-31T06:00:00.000Z',
        after,
        limit: 5,
      },
    });
  });

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ format: 'xml' }, 'format is "xml"; it must be ndjson or csv.'],
    [{ types: 'RevewHeld' }, 'types: there is no event type "RevewHeld". Is ReviewHeld meant?'],
    [{ types: 'Q' }, 'types: there is no event type "Q". The query eventCatalogue lists them.'],
    [
      { from: '2026-02-30' },
      'from is "2026-02-30"; it must be a date like 2026-03-31 or a moment like 2026-03-31T06:00:00.000Z.',
    ],
    [{ until: 'now' }, 'until is "now"; it must be a date like 2026-03-31 or a moment like 2026-03-31T06:00:00.000Z.'],
    [
      { from: '2026-03-31T25:00Z' },
      'from is "2026-03-31T25:00Z"; it must be a date like 2026-03-31 or a moment like 2026-03-31T06:00:00.000Z.',
    ],
    [{ after: '7' }, 'after is "7"; it must be the position of an exported event.'],
    [{ after: `${'0'.repeat(19)}'` }, `after is "${'0'.repeat(19)}'"; it must be the position of an exported event.`],
    [{ limit: '0' }, 'limit is "0"; it must be a whole number from 1.'],
    [{ limit: '' }, 'limit is ""; it must be a whole number from 1.'],
    [{ form: 'csv' }, 'There is no parameter "form"; there are format, types, from, until, after, limit.'],
    [
      { constructor: 'csv' },
      'There is no parameter "constructor"; there are format, types, from, until, after, limit.',
    ],
    [{ format: ['csv', 'ndjson'] }, 'format is given more than once. Give it once.'],
  ])('are refused with the rule: %j', (query, refusal) => {
    expect(exportRequest(query, known)).toEqual({ refusal });
  });
});

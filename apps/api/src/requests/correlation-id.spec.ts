import { correlationIdFrom } from './correlation-id.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const from = (headers: Readonly<Record<string, string>>) => correlationIdFrom((name) => headers[name] ?? '');

describe('the correlation id', () => {
  it.each([
    ['of the header', { 'x-correlation-id': 'order-4711' }, 'order-4711'],
    ['of the trace', { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` }, TRACE],
    [
      'of the header, if both are there',
      { 'x-correlation-id': 'order-4711', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
      'order-4711',
    ],
    [
      'of the trace, if the header is not well formed',
      { 'x-correlation-id': 'a b', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
      TRACE,
    ],
  ])('is that %s', (_case, headers, id) => {
    expect(from(headers)).toBe(id);
  });

  it.each([
    ['without either', {}],
    ['too short', { 'x-correlation-id': '1234567' }],
    ['too long', { 'x-correlation-id': 'x'.repeat(65) }],
    ['with a line break', { 'x-correlation-id': 'order-4711\nforged' }],
    ['with a mail address', { 'x-correlation-id': 'erika@example.org' }],
    ['a trace of nothing', { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` }],
    ['a trace that is cut off', { traceparent: `00-${TRACE}` }],
    ['a trace in capitals', { traceparent: `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01` }],
  ])('is none: %s', (_case, headers) => {
    expect(from(headers)).toBeUndefined();
  });
});

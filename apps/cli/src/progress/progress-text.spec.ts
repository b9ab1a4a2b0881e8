import { progressText, shareOf } from './progress-text.js';

describe('the progress of a copy', () => {
  const unit = 'events';

  it('tells phase, events, share, rate and the time left', () => {
    const share = { inAll: 0.43, sinceStart: 0.43 };
    expect(progressText({ phase: 'copying', count: 12_000, unit, elapsedMs: 3_000, share })).toBe(
      'copying: 12,000 events, 43 %, 4,000/s, about 4 s left',
    );
  });

  it('tells of documents as well', () => {
    const share = { inAll: 0.5, sinceStart: 0.5 };
    expect(progressText({ phase: 'comparing', count: 500, unit: 'documents', elapsedMs: 1_000, share })).toBe(
      'comparing: 500 documents, 50 %, 500/s, about 1 s left',
    );
  });

  it('counts the time left from where this run began, not from the beginning of the log', () => {
    const share = { inAll: 0.9, sinceStart: 0.1 };
    expect(progressText({ phase: 'copying', count: 100, unit, elapsedMs: 600_000, share })).toContain(
      'about 10 min left',
    );
  });

  it.each([
    [59_000, '59 s'],
    [90_000, '2 min'],
    [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
  ])('writes %i ms as %s', (elapsedMs, text) => {
    const share = { inAll: 0.5, sinceStart: 0.5 };
    expect(progressText({ phase: 'copying', count: 1, unit, elapsedMs, share })).toContain(`about ${text} left`);
  });

  it('promises no time before it has moved', () => {
    const share = { inAll: 0, sinceStart: 0 };
    expect(progressText({ phase: 'comparing', count: 0, unit, elapsedMs: 0, share })).toBe(
      'comparing: 0 events, 0 %, 0/s',
    );
  });

  it('reads the share from positions of either store', () => {
    expect(shareOf('00000000000000000025', '00000000000000000100')).toBe(0.25);
    expect(shareOf(`${'50'.padStart(20, '0')}${'9'.repeat(20)}`, `${'200'.padStart(20, '0')}${'0'.repeat(20)}`)).toBe(
      0.25,
    );
    expect(shareOf('00000000000000000007', '00000000000000000005')).toBe(1);
    expect(shareOf('00000000000000000000', '00000000000000000000')).toBe(1);
  });
});

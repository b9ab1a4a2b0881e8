import { erasedLabel } from './erased-label.js';

describe('what stands for a person who was forgotten', () => {
  it.each([
    ['the time as responsible contact', { from: '2023-11-07', until: '2025-02-03' }, ', 2023-11-07 – 2025-02-03'],
    ['its beginning while it has no end', { from: '2023-11-07' }, ', 2023-11-07 –'],
    ['no time for somebody who never was one', undefined, ''],
  ])('names the side and %s', (_case, duty, time) => {
    expect(erasedLabel('prs_1', 'PARTNER', duty)).toBe(`erased person prs_1 (partner side${time})`);
  });

  it('names the own side as such', () => {
    expect(erasedLabel('prs_1', 'OWN', undefined)).toBe('erased person prs_1 (own side)');
  });
});

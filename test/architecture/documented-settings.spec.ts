import { readFileSync } from 'node:fs';
import { settingNames } from '#platform';

const documented = readFileSync('docs/settings.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^\| `([A-Z_]+)`/.exec(line)?.[1] ?? []);

describe('docs/settings.md', () => {
  it('explains every variable that is read, once, and no other', () => {
    expect([...documented].sort()).toEqual([...settingNames].sort());
  });
});

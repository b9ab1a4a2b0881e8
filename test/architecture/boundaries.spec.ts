import { createRequire } from 'node:module';
import { allowed, breaches, orphan, packages } from './planted-imports.js';
import { type Violation, violationsIn } from './planted-tree.js';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string; readonly comment?: string; readonly severity: string }[];
};

const inOrder = (violations: readonly Violation[]): readonly string[] =>
  [...new Set(violations.map(({ rule, from }) => `${rule}: ${from}`))].sort();

describe('the architecture gate', () => {
  let found: readonly Violation[];

  beforeAll(async () => {
    const forgotten = { from: 'libs/calendar/src/calendar.spec.ts', imports: './calendar.js' };
    found = await violationsIn([...breaches, ...allowed, forgotten], packages, [orphan.from]);
  });

  test.each(breaches)('notices when $because ($from)', ({ from, breaks }) => {
    expect(inOrder(found.filter((violation) => violation.from === from))).toEqual(
      inOrder(breaks.map((rule) => ({ rule, from }))),
    );
  });

  test('notices a file that nobody needs', () => {
    expect(found).toContainEqual(orphan);
  });

  test('lets everything else through', () => {
    const expected = [...breaches.flatMap(({ from, breaks }) => breaks.map((rule) => ({ rule, from }))), orphan];
    expect(inOrder(found)).toEqual(inOrder(expected));
  });

  test('has no rule that was never seen failing', () => {
    const seen = new Set(found.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });

  test.each(forbidden)('says why $name is an error and what to do instead', ({ comment, severity }) => {
    expect(severity).toBe('error');
    expect(comment).toMatch(/^[A-Z`#$\w].{60,}\.$/s);
  });
});

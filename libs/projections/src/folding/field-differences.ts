import diff from 'microdiff';

/** One field in which two versions of a document differ; `undefined`: it is not there. */
export interface FieldDifference {
  /** Where it is: `contacts.0.personId`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The fields in which two versions of a document differ, in the order in which the documents hold them. What only one version
 * has is one difference, however deep it goes; lists are compared place by place. A document that is not there has no fields.
 */
export function fieldDifferences(before: object | undefined, after: object | undefined): readonly FieldDifference[] {
  return diff({ ...before }, { ...after }, { cyclesFix: false }).map((difference) => ({
    path: difference.path.join('.'),
    before: difference.type === 'CREATE' ? undefined : (difference.oldValue as unknown),
    after: difference.type === 'REMOVE' ? undefined : (difference.value as unknown),
  }));
}

/** The field that a path leads to, whatever the place in a list: `contacts.0.personId` is of `contacts.personId`. */
export function fieldOfPath(path: string): string {
  return path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
}

/**
 * What becomes of a text field's value where events leave the system pseudonymised (ADR 55): it is `open`, it is
 * `withheld`, or it names a thing of a kind and is replaced by that thing's pseudonym. A text field without one is withheld.
 */
export type Disclosure = 'open' | 'withheld' | PseudonymKind;

/** What a pseudonym stands for; the same value of the same kind always has the same pseudonym. */
export type PseudonymKind = 'person' | 'manager' | 'user' | 'reference';

declare module 'zod/v4/core' {
  /** What the event catalogue and the export know of a field beside its type. */
  interface GlobalMeta {
    /** In what a number counts, or how a text is written. */
    unit?: string;
    disclosure?: Disclosure;
  }
}

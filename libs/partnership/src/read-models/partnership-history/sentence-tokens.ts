/** What can stand in a sentence as a token, by id. */
export interface TokenIds {
  readonly person: ReadonlySet<string>;
  readonly manager: ReadonlySet<string>;
  readonly company: ReadonlySet<string>;
}

/** The label for each id; an id without one stands for itself. */
export type TokenLabels = { readonly [Kind in keyof TokenIds]: ReadonlyMap<string, string> };

const TOKEN = /\{\{(person|manager|company):([a-z]+_[0-9A-Za-z]+)\}\}/g;

/** The ids that tokens in these sentences name. */
export function tokenIds(sentences: readonly string[]): TokenIds {
  const found = sentences.flatMap((sentence) => [...sentence.matchAll(TOKEN)]);
  const idsOf = (kind: keyof TokenIds): ReadonlySet<string> =>
    new Set(found.filter((match) => match[1] === kind).map((match) => match[2] ?? ''));
  return { person: idsOf('person'), manager: idsOf('manager'), company: idsOf('company') };
}

/** A sentence with a label in place of each token. */
export function labelled(sentence: string, labels: TokenLabels): string {
  return sentence.replace(TOKEN, (_token, kind: keyof TokenIds, id: string) => labels[kind].get(id) ?? id);
}

/** A document, or a field of it, that somebody wants explained. */
export interface ExplainTarget {
  readonly key: string;
  readonly field?: string;
}

/**
 * What `KEY` or `KEY.field` may mean, the longest key first: keys may hold dots themselves, so the first of these that is a
 * document's key is meant.
 */
export function explainTargets(text: string): readonly ExplainTarget[] {
  const targets: ExplainTarget[] = [{ key: text }];
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1))
    if (dot < text.length - 1) targets.push({ key: text.slice(0, dot), field: text.slice(dot + 1) });
  return targets;
}

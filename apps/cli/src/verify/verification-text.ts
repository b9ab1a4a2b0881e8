import { textTable } from '../text-table.js';
import type { Verification } from './verify-projection.adapter.js';

/** The result of a verification as a table, with the position and the code it holds for. */
export function verificationText(
  verifications: readonly Verification[],
  codeVersion: string,
  isCompared: boolean,
): string {
  const rows = verifications.map(({ projection, version, documents, unfoldable, differences, digest }) => [
    projection,
    `v${String(version)}`,
    documents,
    unfoldable,
    isCompared ? String(differences) : '-',
    digest,
  ]);
  const [position] = verifications
    .map((one) => one.position)
    .sort()
    .reverse();
  const differences = verifications.reduce((sum, one) => sum + one.differences, 0);
  const verdict = !isCompared
    ? 'Folded only; nothing was compared.'
    : differences === 0
      ? 'The read models are what the log says.'
      : `${String(differences)} documents differ from what the log says.`;
  return [
    textTable(['projection', 'version', 'documents', 'unfoldable', 'differences', 'SHA-256 of the documents'], rows),
    '',
    `Folded up to position ${position ?? '-'} with the code of accord ${codeVersion}. ${verdict}`,
  ].join('\n');
}

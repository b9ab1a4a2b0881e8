import { foldedWords, foldText } from './fold-text.js';

/** Words that say what kind of legal entity a name belongs to, and `co` as in "GmbH & Co. KG". */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'gmbh ggmbh mbh ag kg kgaa ohg gbr ug haftungsbeschraenkt se eg ev ek co stiftung ' +
    'inc incorporated corp corporation company llc llp lp ltd limited plc pvt pty pte ' +
    'bv nv vof sa sas sasu sarl srl spa snc sl slu lda ltda oy oyj ab as asa aps ' +
    'sro sp z oo zoo doo kft zrt bt ooo pjsc'
  ).split(' '),
);

const CONNECTIVES: ReadonlySet<string> = new Set(['und', 'and']);

/** The full stops of abbreviated forms, `B.V.` or `S. r. l.`: without them such a form becomes one word. */
const INITIALS = /(?<=(?:^|[\s&.])\p{L})\.\s?(?=\p{L}(?:[.\s]|$))/gu;

/**
 * A company name for finding duplicates (domain.md 7.1, step 3): umlauts folded, punctuation dropped, legal forms
 * stripped from the end, so that "Nordlicht Systemhaus GmbH" and "Nordlicht Systemhaus" are one. A name of legal forms
 * only keeps them; a name without a letter or digit becomes empty. Frozen like `foldText`.
 */
export function normalisedName(legalName: string): string {
  const words = foldedWords(foldText(legalName).replace(INITIALS, '')).filter((word) => !CONNECTIVES.has(word));
  const last = words.findLastIndex((word) => !LEGAL_FORMS.has(word));
  return (last < 0 ? words : words.slice(0, last + 1)).join(' ');
}

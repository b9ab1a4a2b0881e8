import { readFileSync } from 'node:fs';

/** What a guide has its reader do, block by block; `title` says where it stands. */
export type GuideStep = { readonly title: string } & (
  | { readonly does: 'run'; readonly command: string; readonly prints?: string }
  /** The command goes on until the next one that serves. */
  | { readonly does: 'serve'; readonly command: string }
  | { readonly does: 'see'; readonly file: string; readonly text: string }
  | { readonly does: 'change'; readonly file: string; readonly before: string; readonly after: string }
  | { readonly does: 'ask'; readonly query: string; readonly answer: unknown }
);

interface Block {
  readonly line: number;
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

/**
 * The steps of a guide, made of its fenced blocks in their order: `sh` is run, with what it prints in a `text` block behind it;
 * `sh server` serves until the next one; `ts <file>` shows a file; `diff <file>` changes it; `graphql` is asked, with the answer
 * in a `json` block behind it. Throws for a block that nobody would run.
 */
export function guideSteps(file: string): readonly GuideStep[] {
  const blocks = blocksIn(readFileSync(file, 'utf8'));
  return blocks.flatMap((block, index) => {
    if (block.language === 'text' || block.language === 'json') return [];
    const stepOf = readers.get(block.language);
    if (stepOf === undefined)
      throw new Error(`${file}:${String(block.line)}: nobody runs a block of "${block.language}".`);
    return [stepOf(block, blocks[index + 1])];
  });
}

function blocksIn(text: string): readonly Block[] {
  return Array.from(text.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm), (found) => {
    const [, language = '', info = '', content = ''] = found;
    return { line: text.slice(0, found.index).split('\n').length, language, info, text: content };
  });
}

/** How a block becomes a step, by its language; the second one stands behind it. */
const readers: ReadonlyMap<string, (block: Block, behind: Block | undefined) => GuideStep> = new Map([
  ['sh', commandIn],
  ['ts', (block) => ({ title: titleOf(block), does: 'see', file: block.info, text: block.text })],
  [
    'diff',
    (block) => ({
      title: titleOf(block),
      does: 'change',
      file: block.info,
      before: sideOf(block.text, '-'),
      after: sideOf(block.text, '+'),
    }),
  ],
  ['graphql', questionIn],
]);

function commandIn(block: Block, behind: Block | undefined): GuideStep {
  const what = { title: titleOf(block), command: block.text };
  if (block.info === 'server') return { ...what, does: 'serve' };
  return { ...what, does: 'run', ...(behind?.language === 'text' ? { prints: behind.text } : {}) };
}

function questionIn(block: Block, behind: Block | undefined): GuideStep {
  if (behind?.language !== 'json') throw new Error(`Line ${String(block.line)}: the query has no answer behind it.`);
  return { title: titleOf(block), does: 'ask', query: block.text, answer: JSON.parse(behind.text) };
}

function titleOf({ line, text }: Block): string {
  return `line ${String(line)}: ${/.*\w.*/.exec(text)?.[0].trim() ?? ''}`;
}

/** The lines of one side of a change, and those of both. */
function sideOf(diff: string, side: '-' | '+'): string {
  return diff
    .split('\n')
    .filter((line) => line.startsWith(side) || line.startsWith(' ') || line === '')
    .map((line) => line.slice(1))
    .join('\n');
}

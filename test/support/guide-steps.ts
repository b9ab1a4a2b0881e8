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
  const steps = blocks.map((block, index) => stepOf(block, blocks[index + 1], file));
  return steps.filter((step) => step !== undefined);
}

function blocksIn(text: string): readonly Block[] {
  return Array.from(text.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm), (found) => {
    const [, language = '', info = '', content = ''] = found;
    return { line: text.slice(0, found.index).split('\n').length, language, info, text: content };
  });
}

function stepOf(block: Block, next: Block | undefined, file: string): GuideStep | undefined {
  const { language, info, text, line } = block;
  const title = `line ${String(line)}: ${text.split('\n')[0] ?? ''}`;
  switch (language) {
    case 'sh':
      if (info === 'server') return { title, does: 'serve', command: text };
      return { title, does: 'run', command: text, ...(next?.language === 'text' ? { prints: next.text } : {}) };
    case 'ts':
      return { title, does: 'see', file: info, text };
    case 'diff':
      return { title, does: 'change', file: info, before: sideOf(text, '-'), after: sideOf(text, '+') };
    case 'graphql':
      if (next?.language !== 'json') throw new Error(`${file}:${String(line)}: the query has no answer behind it.`);
      return { title, does: 'ask', query: text, answer: JSON.parse(next.text) };
    case 'text':
    case 'json':
      return undefined;
    default:
      throw new Error(`${file}:${String(line)}: nobody runs a block of "${language}".`);
  }
}

/** The lines of one side of a change, and those of both. */
function sideOf(diff: string, side: '-' | '+'): string {
  return diff
    .split('\n')
    .filter((line) => line.startsWith(side) || line.startsWith(' ') || line === '')
    .map((line) => line.slice(1))
    .join('\n');
}

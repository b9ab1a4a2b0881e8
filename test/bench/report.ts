import { isMet, type Measure, percent, type Spread } from './measure.js';

/** Lays the measures out as a table for a terminal of 120 columns. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = [
    ['bench', 'what', 'value', 'bare', 'ratio', 'target', ''],
    ...measures.map((measure) => [
      measure.bench,
      measure.what,
      `${withSpread(measure.value)} ${measure.unit}`,
      measure.baseline === undefined ? '' : rounded(measure.baseline.value.median),
      measure.ratio === undefined ? '' : ratioText(measure.ratio),
      targetText(measure),
      verdict(measure),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(line);
  const baselines = measures.flatMap(({ bench, what, baseline }) =>
    baseline === undefined ? [] : [`  ${bench}, ${what}: against ${baseline.what}`],
  );
  return [
    head!,
    '-'.repeat(head!.length),
    ...body,
    '',
    'Median (smallest–largest). The bare side is:',
    ...baselines,
  ].join('\n');
}

function targetText({ target }: Measure): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `>= ${percent(target.atLeast)}` : `<= ${percent(target.atMost)}`;
}

function verdict(measure: Measure): string {
  const met = isMet(measure);
  if (met === undefined) return '';
  return met ? 'met' : 'NOT MET';
}

function ratioText({ median, min, max }: Spread): string {
  return `${percent(median)} (${(min * 100).toFixed(0)}–${(max * 100).toFixed(0)})`;
}

function withSpread({ median, min, max }: Spread): string {
  return min === max ? rounded(median) : `${rounded(median)} (${rounded(min)}–${rounded(max)})`;
}

function rounded(value: number): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

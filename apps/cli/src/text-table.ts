/** Rows under a header as aligned columns for a terminal; numbers stand at the right. */
export function textTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumber = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const texts = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  return texts
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber[column] === true && rows.length > 0 ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

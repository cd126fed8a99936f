/** Text with a separator between its cells, as spreadsheets write it: comma, semicolon or tab, quotes doubled, line breaks inside them. */

// The comma last: it stands in numbers and sentences too.
const separators = ['\t', ';', '|', ','] as const;

/** Rows of cells. The separator is the one that most rows agree on; a line `sep=;` before all others says it. */
export function readDelimited(text: string): string[][] {
  const body = text.replace(/^\ufeff/, '');
  const said = /^sep=(.)\r?\n/i.exec(body);
  const rest = said === null ? body : body.slice(said[0].length);
  const separator = said?.[1] ?? separatorOf(rest);
  const rows = rowsOf(rest, separator);
  // The row numbers that people are told are those of the file.
  return said === null ? rows : [[said[0].trim()], ...rows];
}

/** By how many rows have the same number of cells, more than one; of equals the first. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000);
  const scored = separators.map((separator) => {
    const counts = new Map<number, number>();
    for (const { length } of rowsOf(start, separator))
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    return { separator, score: Math.max(0, ...counts.values()), cells: Math.max(0, ...counts.keys()) };
  });
  return scored.toSorted((a, b) => b.score - a.score || b.cells - a.cells)[0]?.separator ?? ',';
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
      endRow();
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

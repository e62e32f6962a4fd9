/** One row of a CSV file: its line (from 1) and its cells by column name. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads comma-separated text with a header row (RFC 4180: quoted cells may hold commas, doubled quotes and line breaks).
 * @throws RangeError when the header lacks one of `required`, with what was expected
 */
export function readCsv(text: string, required: readonly string[]): CsvRow[] {
  const [header, ...rows] = split(text.replace(/^\uFEFF/, ''));
  const names = header?.cells.map((name) => name.trim()) ?? [];
  for (const name of required) {
    if (!names.includes(name)) {
      throw new RangeError(`the first line must name the columns ${required.join(',')}: "${name}" is missing`);
    }
  }
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])) }));
}

function split(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let row = { line, cells: [''] };
  let quoted = false;
  const append = (char: string) => (row.cells[row.cells.length - 1] += char);
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n') line++;
    if (quoted && char === '"' && text[at + 1] === '"') append(text[++at] as string);
    else if (char === '"') quoted = !quoted;
    else if (quoted) append(char);
    else if (char === ',') row.cells.push('');
    else if (char === '\n') {
      rows.push(row);
      row = { line, cells: [''] };
    } else if (char !== '\r') append(char);
  }
  if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  return rows;
}

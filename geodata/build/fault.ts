/** Something wrong in a hand-edited file: where it is, which rule it breaks, and what to do about it. */
export interface Fault {
  /** Path below `geodata/`. */
  readonly file: string;
  /** 1-based; 0 when the fault is about the whole file or the whole atlas. */
  readonly line: number;
  /** Name of the rule, as in `rules/` and `exceptions.json`. */
  readonly rule: string;
  readonly message: string;
}

/** One line for the terminal: `lines/riga.yaml:12 [towns] ...`. */
export function formatFault(fault: Fault): string {
  const place = fault.line > 0 ? `${fault.file}:${fault.line}` : fault.file;
  return `${place} [${fault.rule}] ${fault.message}`;
}

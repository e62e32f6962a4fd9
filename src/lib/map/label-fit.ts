/** Width of a capital letter with its spacing, and height of a line, in ems of the map's serif. */
const EM_PER_LETTER = { holder: 0.86, unit: 0.56 };
const EM_PER_LINE = 1.2;
/** The space found for a label is this many times wider than high. */
const WORD_ASPECT = 3.2;
const MOST_LINES = 3;

/** A name broken into lines, and how large it may be. */
export interface LabelFit {
  readonly text: string;
  /** Size of the letters as degrees of longitude per em: the map turns it into pixels for its zoom. */
  readonly emPerDegree: number;
}

/**
 * Breaks a name into the number of lines that allows the largest letters inside a space of `width` degrees.
 * @param of states are set in spaced capitals, units in small letters
 */
export function labelFits(name: string, width: number, of: 'holder' | 'unit'): LabelFit {
  const words = name.split(' ');
  let best: LabelFit = { text: name, emPerDegree: 0 };
  for (let count = 1; count <= Math.min(MOST_LINES, words.length); count++) {
    const lines = breakEvenly(words, count);
    const longest = Math.max(...lines.map((line) => line.length));
    const em = Math.min(
      width / (longest * EM_PER_LETTER[of]),
      width / WORD_ASPECT / (lines.length * EM_PER_LINE),
    );
    if (em > best.emPerDegree * 1.05) best = { text: lines.join('\n'), emPerDegree: em };
  }
  return best;
}

/** Breaks words into `count` lines so that the longest line is as short as can be. */
function breakEvenly(words: readonly string[], count: number): string[] {
  if (count === 1) return [words.join(' ')];
  let best: string[] = [words.join(' ')];
  for (let first = 1; first <= words.length - count + 1; first++) {
    const lines = [words.slice(0, first).join(' '), ...breakEvenly(words.slice(first), count - 1)];
    const longest = (list: readonly string[]) => Math.max(...list.map((line) => line.length));
    if (best.length < lines.length || longest(lines) < longest(best)) best = lines;
  }
  return best;
}

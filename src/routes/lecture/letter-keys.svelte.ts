const KEY = 'cordon-letter-keys';

/** Whether single letters and signs are keys; kept in this browser. Speech input types letters by mistake. */
export class LetterKeys {
  #isOn = $state(readKept() !== 'off');

  get isOn(): boolean {
    return this.#isOn;
  }

  set(isOn: boolean): void {
    this.#isOn = isOn;
    try {
      localStorage.setItem(KEY, isOn ? 'on' : 'off');
    } catch {
      // It holds until the page is closed.
    }
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The name of a key in a table of keys: letters in lower case; null for a letter or sign while those are no keys. */
export function keyName(event: KeyboardEvent, letters: LetterKeys): string | null {
  const { key } = event;
  if (key.length > 1 || key === ' ') return key;
  return letters.isOn ? key.toLowerCase() : null;
}

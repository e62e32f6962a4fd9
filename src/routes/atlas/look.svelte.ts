import { MAP_THEMES, type MapTheme } from '$lib/map/palette';

const KEY = 'cordon-look';

/** The look the viewer chose, kept in this browser; without a choice, what the system prefers. */
export class Look {
  #theme = $state<MapTheme>(readTheme());

  get theme(): MapTheme {
    return this.#theme;
  }

  set(theme: MapTheme): void {
    this.#theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // A browser that keeps nothing still shows the look until the page is closed.
    }
  }
}

function readTheme(): MapTheme {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // As above.
  }
  const known = MAP_THEMES.find((theme) => theme === kept);
  return known ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'paper');
}

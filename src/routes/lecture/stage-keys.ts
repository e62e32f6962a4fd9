/** What can be done on the stage. */
export interface StageActs {
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  black(): void;
  fullScreen(): void;
  presenter(): void;
  jump(): void;
  overview(): void;
  spotlight(): void;
  draw(): void;
  clear(): void;
  zoom(by: number): void;
  home(): void;
  explore(): void;
  change(step: 1 | -1): void;
  help(): void;
  escape(): void;
}

/** The keys of the stage: as in other programs for slides, and what clickers send. */
export function stageKeys(act: StageActs): Readonly<Record<string, () => void>> {
  return {
    ArrowRight: act.next,
    ArrowDown: act.next,
    PageDown: act.next,
    ' ': act.next,
    n: act.next,
    ArrowLeft: act.previous,
    ArrowUp: act.previous,
    PageUp: act.previous,
    p: act.previous,
    Home: act.first,
    End: act.last,
    b: act.black,
    '.': act.black,
    f: act.fullScreen,
    s: act.presenter,
    g: act.jump,
    o: act.overview,
    l: act.spotlight,
    d: act.draw,
    c: act.clear,
    '+': () => act.zoom(0.5),
    '=': () => act.zoom(0.5),
    '-': () => act.zoom(-0.5),
    '0': act.home,
    x: act.explore,
    '[': () => act.change(-1),
    ']': () => act.change(1),
    '?': act.help,
    h: act.help,
    Escape: act.escape,
  };
}

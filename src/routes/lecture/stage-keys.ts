/** What can be done in both windows of a lecture. */
export interface TalkActs {
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  black(): void;
}

/** What can be done on the stage. */
export interface StageActs extends TalkActs {
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

/** Keys by name, and what each does. */
export type Keys = Readonly<Record<string, () => void>>;

/** The keys of both windows: as in other programs for slides, and what clickers send. */
export function talkKeys(act: TalkActs): Keys {
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
  };
}

/** The keys of the stage. */
export function stageKeys(act: StageActs): Keys {
  return {
    ...talkKeys(act),
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

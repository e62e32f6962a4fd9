import type { Tool } from '$lib/ui/lecture/StageTools.svelte';
import type { StageActs } from './stage-keys';

/** The buttons that come with the pointer: for those without a keyboard, and to find the keys. */
export function stageTools(
  act: StageActs,
  { pointer, isExploring }: { readonly pointer: 'none' | 'spotlight' | 'pen'; readonly isExploring: boolean },
): Tool[] {
  return [
    { name: 'Previous step', key: '←', sign: '←', act: act.previous },
    { name: 'Next step', key: '→', sign: '→', act: act.next },
    { name: 'All steps', key: 'O', sign: '▦', act: act.overview },
    { name: 'Explore', key: 'X', sign: '✥', isOn: isExploring, act: act.explore },
    { name: 'Spotlight', key: 'L', sign: '◉', isOn: pointer === 'spotlight', act: act.spotlight },
    { name: 'Draw', key: 'D', sign: '✎', isOn: pointer === 'pen', act: act.draw },
    { name: 'Black screen', key: 'B', sign: '■', act: act.black },
    { name: 'Presenter window', key: 'S', sign: '⧉', act: act.presenter },
    { name: 'Full screen', key: 'F', sign: '⛶', act: act.fullScreen },
    { name: 'Keys', key: '?', sign: '?', act: act.help },
    { name: 'Leave', key: 'Esc', sign: '✕', act: act.escape },
  ];
}

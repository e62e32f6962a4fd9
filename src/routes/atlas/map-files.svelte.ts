import type { ContextTopology, RegionTopology } from '$lib/map/sources';
import { loadContext, loadFine } from './load';

/** The geometry of the map, which gets better while it is being looked at: coarse first, then detailed, then rivers and lakes. */
export class MapFiles {
  #geometry = $state.raw<RegionTopology>() as RegionTopology;
  #context = $state.raw<ContextTopology | null>(null);
  #problems = $state.raw<readonly string[]>([]);

  constructor(coarse: RegionTopology) {
    this.#geometry = coarse;
  }

  get geometry(): RegionTopology {
    return this.#geometry;
  }

  get context(): ContextTopology | null {
    return this.#context;
  }

  /** What could not be loaded, in words for the viewer: the map goes on without it. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Fetches the rest, once the first map is on the screen. */
  loadRest(): void {
    void loadFine().then(
      (fine) => (this.#geometry = fine),
      () => this.#tell('The detailed borders could not be loaded: the map shows simplified ones.'),
    );
    void loadContext().then(
      (waters) => (this.#context = waters),
      () => this.#tell('Rivers and lakes could not be loaded.'),
    );
  }

  #tell(problem: string): void {
    this.#problems = [...this.#problems, problem];
  }
}

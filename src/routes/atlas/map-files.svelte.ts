import type { ContextTopology, RegionTopology } from '$lib/map/sources';
import { loadContext, loadFine } from './load';

/**
 * The geometry of the map, which gets better as it comes: coarse first, then detailed, then rivers and lakes. Where the connection is
 * fast the detailed one is there before the first map is drawn.
 */
export class MapFiles {
  #geometry = $state.raw<RegionTopology>() as RegionTopology;
  #context = $state.raw<ContextTopology | null>(null);
  #problems = $state.raw<readonly string[]>([]);

  constructor(coarse: RegionTopology) {
    this.#geometry = coarse;
    this.#load();
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

  #load(): void {
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

import type { AnchorFileFacts } from '../schema/anchor';
import { readAnchors } from './anchors';
import { Base } from './base';
import { assignFaces, readClaims, type AssignedFace } from './assign';
import { describeEdges, type EdgeFacts } from './edges';
import { readFacts, type Facts } from './facts';
import type { Fault } from './fault';
import { resolveLines, type DrawnLine } from './lines';
import { cutArcs, joinEnds, polygonize } from './partition';
import { dissolve, type Partition } from './regions';
import { replay, type Ledger } from './replay';
import { Rivers } from './rivers';
import { readSeedClaims, type SeedClaims } from './seed-claims';
import { Towns } from './towns';

/** Everything that the rules and the emitters need, before simplification. */
export interface AtlasData {
  readonly root: string;
  readonly facts: Facts;
  readonly base: Base;
  readonly lines: ReadonlyMap<string, DrawnLine>;
  readonly faces: readonly AssignedFace[];
  readonly partition: Partition;
  readonly edges: readonly EdgeFacts[];
  readonly ledger: Ledger;
  readonly seedClaims: SeedClaims;
  readonly anchors: AnchorFileFacts;
}

/**
 * Reads the facts below `root` and works out the partition and the ledger. Goes on after faults as far as it can, so that all of them
 * can be reported at once.
 * @param onStep hears the name of each step as it begins
 */
export async function assemble(root: string, faults: Fault[], onStep: (step: string) => void): Promise<AtlasData> {
  onStep('reading the facts');
  const facts = readFacts(root, faults);
  const base = Base.read(root);
  onStep('drawing the lines');
  const lines = resolveLines(facts, base, new Towns(), Rivers.read(root), faults);
  onStep('cutting the land');
  const claims = readClaims(base, facts, faults);
  const cuts = cutArcs(base, claims);
  const joined = joinEnds([...lines.values()], cuts);
  const faces = await polygonize([...cuts, ...joined.flatMap((line) => line.chains)]);
  onStep('finding the regions');
  const assigned = assignFaces(faces, base, claims, facts, faults);
  const partition = dissolve(assigned);
  const edges = describeEdges(partition, joined);
  onStep('replaying the changes');
  const ledger = replay(facts, faults);
  const seedClaims = readSeedClaims(root, faults);
  const anchors = readAnchors(root, faults);
  return { root, facts, base, lines, faces: assigned, partition, edges, ledger, seedClaims, anchors };
}

import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { SegmentIndex, kmBetween, type Coordinates } from '../build/planar';

/** A stretch of a line on land that is no edge of a face may be this long, km: overshoot, not a gap. */
const MOST_OPEN_KM = 25;
const STEP_KM = 2;

/** No line may end in the open: every stretch of it on land must part two faces. */
export function checkOpenEnds(data: AtlasData, faults: Fault[]): void {
  const index = new SegmentIndex(
    data.faces.flatMap((face) => face.rings.map((points) => ({ owner: 0, points: points as Coordinates }))),
  );
  for (const line of data.lines.values()) {
    const entry = data.facts.lines.get(line.id);
    if (!entry) continue;
    for (const chain of line.chains) {
      let open = 0;
      let worst: { km: number; at: [number, number] } = { km: 0, at: [0, 0] };
      for (const point of pointsAlong(chain)) {
        const free = data.base.unitAt(point[0], point[1]) >= 0 && !index.nearest(point, 0.15);
        open = free ? open + STEP_KM : 0;
        if (open > worst.km) worst = { km: open, at: point };
      }
      if (worst.km > MOST_OPEN_KM) {
        const where = worst.at.map((degrees) => degrees.toFixed(2)).join(', ');
        faults.push(
          faultAt(
            entry,
            'open-end',
            `${worst.km} km of this line, up to ${where}, part nothing: it must end on another line, a border in use or the coast`,
            ['line'],
          ),
        );
      }
    }
  }
}

function* pointsAlong(chain: Coordinates): Generator<[number, number]> {
  for (let i = 1; i < chain.length; i++) {
    const a = chain[i - 1] as [number, number];
    const b = chain[i] as [number, number];
    const steps = Math.max(1, Math.ceil(kmBetween(a, b) / STEP_KM));
    for (let s = 0; s < steps; s++)
      yield [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
  }
}

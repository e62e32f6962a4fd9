import { kmBetween, type Coordinates } from './planar';

const keyOf = ([lon, lat]: readonly [number, number]) => `${lon.toFixed(6)},${lat.toFixed(6)}`;

/** Joins pieces that share end points into the fewest chains; a closed chain repeats its first point. */
export function stitch(pieces: readonly Coordinates[]): Coordinates[] {
  const open = new Map<string, Coordinates[]>();
  const at = (point: readonly [number, number]) => {
    const key = keyOf(point);
    let list = open.get(key);
    if (!list) open.set(key, (list = []));
    return list;
  };
  const rest = new Set(pieces.filter((piece) => piece.length > 1));
  for (const piece of rest) {
    at(piece[0] as [number, number]).push(piece);
    at(piece.at(-1) as [number, number]).push(piece);
  }
  const takeAt = (end: readonly [number, number]): Coordinates | undefined => {
    const next = at(end).find((piece) => rest.has(piece));
    if (next) rest.delete(next);
    return next;
  };
  const chains: Coordinates[] = [];
  for (const start of [...rest]) {
    if (!rest.delete(start)) continue;
    let chain = [...start];
    for (const turn of [0, 1]) {
      for (;;) {
        const end = chain.at(-1) as [number, number];
        const next = takeAt(end);
        if (!next) break;
        const forward = keyOf(next[0] as [number, number]) === keyOf(end);
        chain = chain.concat((forward ? next : [...next].reverse()).slice(1));
      }
      if (turn === 0) chain.reverse();
    }
    chains.push(chain);
  }
  return chains;
}

/** Index of the vertex nearest to a point, with its distance in km. */
export function nearestVertex(line: Coordinates, point: readonly [number, number]): { index: number; km: number } {
  let best = { index: 0, km: Infinity };
  line.forEach((vertex, index) => {
    const km = kmBetween(vertex, point);
    if (km < best.km) best = { index, km };
  });
  return best;
}

/**
 * The part of a chain between the vertices nearest to `from` and `to`, in that direction. A closed chain is cut the shorter way.
 * Without `from` (or `to`) the part starts (or ends) at the end of the chain that lies on that side.
 */
export function cutChain(
  chain: Coordinates,
  from?: readonly [number, number],
  to?: readonly [number, number],
): Coordinates {
  if (!from && !to) return chain;
  const closed = keyOf(chain[0] as [number, number]) === keyOf(chain.at(-1) as [number, number]);
  const start = from ? nearestVertex(chain, from).index : null;
  const end = to ? nearestVertex(chain, to).index : null;
  if (start === null || end === null) {
    const cut = (start ?? end) as number;
    const head = chain.slice(0, cut + 1);
    const tail = chain.slice(cut);
    const longer = tail.length >= head.length ? tail : head.reverse();
    return start === null ? longer.reverse() : longer;
  }
  const direct = start <= end ? chain.slice(start, end + 1) : chain.slice(end, start + 1).reverse();
  if (!closed) return direct;
  const ring = chain.slice(0, -1);
  const around: Coordinates = [];
  const step = start <= end ? -1 : 1;
  for (let i = start % ring.length; ; i = (i + step + ring.length) % ring.length) {
    around.push(ring[i] as [number, number]);
    if (i === end % ring.length) break;
  }
  return around.length < direct.length ? around : direct;
}

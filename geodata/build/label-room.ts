import { boundsOf, type Coordinates } from './planar';

/** Letters are about this many times wider (as a word) than high: a name needs a box of that shape. */
export const WORD_ASPECT = 3.2;

/** Something that a name should not be written over: its middle, and half of its width in degrees of longitude. */
export interface Obstacle {
  readonly at: readonly [number, number];
  readonly halfWidth: number;
  /** Half of its height, in degrees of longitude on the map; left out: a name, as high as names are. */
  readonly halfHeight?: number;
}

/** The place for a name: its middle, and the width of the room there in degrees of longitude. */
export interface Room {
  readonly at: [number, number];
  readonly width: number;
}

/**
 * The place in a polygon with the most room for a name, clear of the obstacles: the pole of inaccessibility, in a plane squeezed so that
 * a word, not a circle, has room. Searched in ever smaller cells, as in the polylabel algorithm of V. Agafonkin.
 */
export function roomiest(rings: readonly Coordinates[], obstacles: readonly Obstacle[]): Room {
  const squeezed = rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, squeeze(lat)]));
  const boxes = obstacles.map(({ at, halfWidth, halfHeight }) => ({
    x: at[0],
    y: squeeze(at[1]),
    halfWidth,
    halfHeight: halfHeight === undefined ? halfWidth : halfHeight * WORD_ASPECT,
  }));
  const roomAt = (x: number, y: number): number => {
    let room = Infinity;
    for (const box of boxes)
      room = Math.min(room, Math.max(Math.abs(x - box.x) - box.halfWidth, Math.abs(y - box.y) - box.halfHeight));
    return Math.min(room, depthIn(squeezed, x, y));
  };
  const [west, south, east, north] = boundsOf(squeezed[0] ?? []);
  const precision = Math.max(0.05, (east - west) / 60);
  let half = Math.max(precision / 2, Math.min(east - west, north - south) / 2);
  let cells: [number, number][] = [];
  for (let x = west + half; x - half < east; x += 2 * half) {
    for (let y = south + half; y - half < north; y += 2 * half) cells.push([x, y]);
  }
  let best = { x: (west + east) / 2, y: (south + north) / 2, room: -Infinity };
  for (; cells.length > 0; half /= 2) {
    const rooms = cells.map(([x, y]) => roomAt(x, y));
    cells.forEach(([x, y], at) => {
      const room = rooms[at] ?? 0;
      if (room > best.room) best = { x, y, room };
    });
    cells = cells.flatMap(([x, y], at): [number, number][] => {
      const most = (rooms[at] ?? 0) + half * Math.SQRT2;
      if (most - best.room <= precision) return [];
      const quarter = half / 2;
      return [-quarter, quarter].flatMap((dx) =>
        [-quarter, quarter].map((dy): [number, number] => [x + dx, y + dy]),
      );
    });
  }
  return { at: [best.x, unsqueeze(best.y)], width: 2 * best.room };
}

/** Distance from a point to the edge of a polygon; negative outside it. */
function depthIn(rings: readonly Coordinates[], x: number, y: number): number {
  let isInside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
      least = Math.min(least, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
    }
  }
  return (isInside ? 1 : -1) * Math.sqrt(least);
}

/** Mercator ordinate in degrees, as on the map, stretched by the shape of a word. */
export function squeeze(lat: number): number {
  const bounded = Math.max(-84, Math.min(84, lat));
  return ((Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) * 180) / Math.PI) * WORD_ASPECT;
}

function unsqueeze(y: number): number {
  return (Math.atan(Math.exp(((y / WORD_ASPECT) * Math.PI) / 180)) * 360) / Math.PI - 90;
}

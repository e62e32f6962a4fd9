import type { Map as MapLibreMap, Point } from 'maplibre-gl';

/** What the pointer does on the map. */
export interface PointerEvents {
  /** A region, or undefined over the sea, with the pointer's place in pixels. */
  hover(region: number | undefined, x: number, y: number): void;
  click(region: number | undefined): void;
  /** The marker of an event was clicked. */
  clickChange(id: string): void;
}

/** Tells which land the pointer is over, at most once a frame, and what is clicked. */
export function listenToPointer(map: MapLibreMap, events: PointerEvents): void {
  let frame = 0;
  const regionAt = (point: Point): number | undefined => {
    if (!map.getLayer('regions')) return undefined;
    const id = map.queryRenderedFeatures(point, { layers: ['regions'] })[0]?.id;
    return typeof id === 'number' ? id : undefined;
  };
  map.on('mousemove', ({ point }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => events.hover(regionAt(point), point.x, point.y));
  });
  map.on('mouseout', () => {
    cancelAnimationFrame(frame);
    events.hover(undefined, 0, 0);
  });
  map.on('click', ({ point }) => {
    const marker = map
      .queryRenderedFeatures(point, { layers: ['events'] })
      .find((item) => Number(item.state['near'] ?? 0) > 0);
    if (marker) events.clickChange(String(marker.properties['change']));
    else events.click(regionAt(point));
  });
}

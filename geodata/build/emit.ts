import {
  PRECISIONS,
  STATUSES,
  type Bounds,
  type Bundle,
  type Excerpt,
  type Polity,
  type Region,
  type Source,
} from '../../src/lib/atlas/types';
import type { ExcerptFacts } from '../schema/change';
import { insideOf, km2Of } from './assign';
import type { AtlasData } from './atlas-data';
import { compact, dated, firstDay } from './bundle-parts';
import { placeLabels } from './labels';
import { describeLenses } from './lenses';
import { Locator } from './locate';
import { polygonsOf, regionIds, type Partition } from './regions';
import { boundsOf, type Coordinates } from './planar';
import { describeSpheres } from './spheres';

/** Turns the checked facts into the bundle that the app loads. */
export function makeBundle(data: AtlasData, coarse: Partition): Bundle {
  const { facts, ledger, partition } = data;
  const polityIds = [...facts.polities.keys()].sort();
  const polityAt = new Map(polityIds.map((id, at) => [id, at]));
  const regions = describeRegions(data);
  const regionAt = new Map(regions.map((region, at) => [region.id, at]));
  const changeAt = new Map(ledger.changes.map((change, at) => [change.id, at]));
  const lineIds = [...data.lines.keys()].sort();
  const lineAt = new Map(lineIds.map((id, at) => [id, at]));

  const polities: Polity[] = polityIds.map((id) => {
    const polity = facts.polities.get(id)!.facts;
    return compact({
      id,
      kind: polity.kind,
      names: (polity.names ?? [{ name: polity.name }]).map(({ name, local = polity.local, ...period }) =>
        compact({ name, local, ...dated(period) }),
      ),
      color: polity.color,
      capitals: polity.capitals.map(({ name, at, ...period }) => ({ name, at, ...dated(period) })),
      ...(polity.note === undefined ? {} : { note: polity.note }),
    });
  });

  const holdings = [...ledger.holdings.values()]
    .flat()
    .filter((holding) => regionAt.has(holding.region))
    .map(
      (holding) =>
        [
          regionAt.get(holding.region) ?? 0,
          holding.from,
          polityAt.get(holding.holder) ?? 0,
          polityAt.get(holding.controller) ?? 0,
          STATUSES.indexOf(holding.status),
          holding.unit === null ? -1 : (polityAt.get(holding.unit) ?? -1),
          PRECISIONS.indexOf(holding.precision),
          holding.change === null ? -1 : (changeAt.get(holding.change) ?? -1),
        ] as const,
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);

  const changes = ledger.changes.map(({ id, entry, when, day: onDay, moved }) => {
    const bounds =
      entry.facts.focus ??
      boundsOfRegions(moved.map((region) => regions[regionAt.get(region) ?? -1])) ??
      boundsOfPoints(entry.facts.points.map(({ at }) => at));
    return compact({
      id,
      day: onDay,
      date: when.edtf,
      dateInWords: when.inWords,
      certain: when.certain,
      ...(entry.facts.excerpts.some(({ about, stance }) => about === 'date' && stance !== 'opinion') ? { contested: true as const } : {}),
      kind: entry.facts.kind,
      title: entry.facts.title,
      sentence: entry.facts.sentence,
      themes: entry.facts.themes,
      excerpts: entry.facts.excerpts.map(describeExcerpt),
      points: entry.facts.points,
      ...(entry.facts.knownFrom === undefined ? {} : { knownFrom: firstDay(entry.facts.knownFrom) }),
      ...(bounds ? { bounds: outward(bounds) } : {}),
    });
  });

  const sources: Source[] = [...facts.sources.values()].map(({ id, facts: { words: _words, undivided: _undivided, ...source } }) =>
    compact({ id, ...source }),
  ) as Source[];

  const km2 = regions.map((region) => region.km2);
  const locator = new Locator(partition);
  const towns = [...facts.places.values()].flatMap(({ facts: { rank, at } }) => (rank === 1 ? [at] : []));
  const labels = placeLabels(coarse, holdings, km2, towns);

  return {
    version: 1,
    polities,
    regions,
    changes,
    holdings,
    sources,
    spheres: describeSpheres(data, regionAt),
    labels,
    lenses: describeLenses(data, coarse, { polityAt, regionAt, holdings, labels, km2, towns }),
    places: [...facts.places.values()].map(({ id, facts: place }) => ({
      id,
      at: place.at,
      rank: place.rank,
      region: locator.regionAt(...place.at),
      names: place.names.map(({ name, ...period }) => ({ name, ...dated(period) })),
      also: place.also,
    })),
    lines: lineIds.map((id) => {
      const { title, source, locator, precision } = data.lines.get(id)!.facts;
      return compact({ id, title, source, precision, ...(locator === undefined ? {} : { locator }) });
    }),
    edges: data.edges.map(({ left, right, line }) => [left, right, line === null ? -1 : (lineAt.get(line) ?? -1)]),
  };

  function describeExcerpt(excerpt: ExcerptFacts): Excerpt {
    const { knownFrom, claims: _claims, ...rest } = excerpt;
    return compact({ ...rest, ...(knownFrom === undefined ? {} : { knownFrom: firstDay(knownFrom) }) }) as Excerpt;
  }

  function describeRegions({ facts: { regions: entries } }: AtlasData): Region[] {
    const shapes = polygonsOf(partition);
    return regionIds(partition).map((id, at) => {
      const entry = entries.get(id)!;
      const polygons = shapes[at] ?? [];
      const sizes = polygons.map(km2Of);
      const largest = polygons[sizes.indexOf(Math.max(...sizes))] ?? [];
      const [lon, lat] = insideOf(largest);
      return {
        id,
        name: entry.facts.name,
        names: entry.facts.names,
        bounds: outward(boundsAcross(polygons)),
        center: [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100],
        km2: Math.round(sizes.reduce((sum, km2) => sum + km2, 0) * 10) / 10,
        land: entry.file.id,
      };
    });
  }
}

/** To a tenth of a degree, outward: enough to show an area whole. */
function outward([west, south, east, north]: Bounds): Bounds {
  const down = (degrees: number) => Math.floor(degrees * 10) / 10;
  return [down(west), down(south), -down(-east), -down(-north)];
}

function boundsAcross(polygons: readonly Coordinates[][]): [number, number, number, number] {
  return boundsOf(polygons.flatMap((rings) => rings[0] ?? []));
}

/** A window of about 600 km round points. */
function boundsOfPoints(points: readonly [number, number][]): Bounds | null {
  if (points.length === 0) return null;
  const [west, south, east, north] = boundsOf([...points]);
  return [west - 4, south - 2.5, east + 4, north + 2.5];
}

function boundsOfRegions(regions: readonly (Region | undefined)[]): Bounds | null {
  const boxes = regions.flatMap((region) => (region ? [region.bounds] : []));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

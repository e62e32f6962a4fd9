import { THEMES, type Theme } from '../atlas/types';
import { FIRST_DAY, LAST_DAY, dayFromIso, isoFromDay, type Day } from '../time/day';
import { NAMES, OPENING_VIEW, type Camera, type Selection, type ViewState } from './view-state';

/** A part of a link that could not be used, told to the viewer. */
export interface UrlProblem {
  readonly parameter: string;
  readonly message: string;
}

/** One parameter of a link: how a part of the view is written and read. */
interface Parameter<K extends keyof ViewState> {
  readonly key: K;
  readonly name: string;
  /** Null: the value is the usual one and stays out of the link. */
  readonly write: (value: ViewState[K]) => string | null;
  /** @throws RangeError saying what was expected */
  readonly read: (text: string) => ViewState[K];
}

const SELECTION_KINDS = ['region', 'change', 'state', 'sphere'] as const;

function readDay(text: string): Day {
  const day = dayFromIso(text);
  if (day < FIRST_DAY || day > LAST_DAY) throw new RangeError('the atlas covers 1917-01-01 to 1955-12-31');
  return day;
}

const day: Parameter<'day'> = { key: 'day', name: 'date', write: isoFromDay, read: readDay };

const compareDay: Parameter<'compareDay'> = {
  key: 'compareDay',
  name: 'cmp',
  write: (value) => (value === null ? null : isoFromDay(value)),
  read: readDay,
};

const dim: Parameter<'dim'> = {
  key: 'dim',
  name: 'dim',
  write: (value) => (value ? '1' : null),
  read: (text) => {
    if (text !== '0' && text !== '1') throw new RangeError('expected 0 or 1');
    return text === '1';
  },
};

const selection: Parameter<'selection'> = {
  key: 'selection',
  name: 'sel',
  write: (value) => (value ? `${value.kind}:${value.id}` : null),
  read: (text): Selection => {
    const [, kind, id] = /^([a-z]+):([a-z0-9-]+)$/.exec(text) ?? [];
    const known = SELECTION_KINDS.find((candidate) => candidate === kind);
    if (!known || !id)
      throw new RangeError(`expected ${SELECTION_KINDS.join(', ')} and an id, such as region:wilno`);
    return { kind: known, id };
  },
};

const theme: Parameter<'theme'> = {
  key: 'theme',
  name: 'theme',
  write: (value) => value,
  read: (text): Theme => {
    const known = THEMES.find((candidate) => candidate === text);
    if (!known) throw new RangeError(`expected ${THEMES.join(', ')}`);
    return known;
  },
};

const lens: Parameter<'lens'> = {
  key: 'lens',
  name: 'lens',
  write: (value) => value,
  read: (text) => {
    if (!/^[a-z0-9-]+$/.test(text)) throw new RangeError('expected known or the id of a lens');
    return text;
  },
};

const names: Parameter<'names'> = {
  key: 'names',
  name: 'names',
  write: (value) => (value === 'english' ? null : value),
  read: (text) => {
    const known = NAMES.find((candidate) => candidate === text);
    if (!known) throw new RangeError(`expected ${NAMES.join(' or ')}`);
    return known;
  },
};

const layers: Parameter<'layers'> = {
  key: 'layers',
  name: 'layers',
  write: (value) => (value.length > 0 ? value.join(',') : null),
  read: (text) => {
    const ids = [...new Set(text.split(',').filter(Boolean))];
    const wrong = ids.find((id) => !/^[a-z0-9-]+$/.test(id));
    if (wrong !== undefined) throw new RangeError(`"${wrong}" is no id of a layer`);
    return ids;
  },
};

const PARAMETERS = [day, compareDay, dim, selection, theme, lens, layers, names] as const;

/** `map=5/53.5/23.5`: zoom, latitude, longitude, in the part after `#`, as on other web maps. */
function writeCamera(camera: Camera): string {
  return `map=${Number(camera.zoom.toFixed(2))}/${Number(camera.lat.toFixed(3))}/${Number(camera.lon.toFixed(3))}`;
}

function readCamera(hash: string): Camera {
  const [zoom, lat, lon, ...rest] = hash.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const isCamera =
    rest.length === 0 &&
    zoom !== undefined &&
    lat !== undefined &&
    lon !== undefined &&
    [zoom, lat, lon].every(Number.isFinite) &&
    zoom >= 0 &&
    zoom <= 22 &&
    Math.abs(lat) <= 85 &&
    Math.abs(lon) <= 180;
  if (!isCamera) throw new RangeError('expected zoom/latitude/longitude, such as map=5/53.5/23.5');
  return { zoom, lat, lon };
}

/**
 * Reads a link. What cannot be read keeps its usual value and is reported: a wrong parameter loses nothing else.
 * Parameters the atlas does not know are left alone.
 */
export function readUrl(url: URL): { view: ViewState; problems: readonly UrlProblem[] } {
  const view: { -readonly [K in keyof ViewState]: ViewState[K] } = { ...OPENING_VIEW };
  const problems: UrlProblem[] = [];
  const attempt = (parameter: string, text: string, read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push({ parameter, message: `${parameter}=${text}: ${error.message}` });
    }
  };
  const readOne = <K extends keyof ViewState>(parameter: Parameter<K>): void => {
    const text = url.searchParams.get(parameter.name);
    if (text !== null) attempt(parameter.name, text, () => (view[parameter.key] = parameter.read(text)));
  };
  for (const parameter of PARAMETERS) readOne(parameter as Parameter<keyof ViewState>);
  const camera = /^#map=(.*)$/.exec(url.hash)?.[1];
  if (camera !== undefined)
    attempt('map', camera, () => (view.camera = readCamera(camera.replace(/%2F/gi, '/'))));
  return { view, problems };
}

/** Writes a view as the query and hash of a link, `?date=...#map=...`; keeps parameters of `base` that are not the atlas's own. */
export function writeUrl(view: ViewState, base: URL): URL {
  const url = new URL(base);
  const writeOne = <K extends keyof ViewState>(parameter: Parameter<K>): void => {
    const text = parameter.write(view[parameter.key]);
    if (text === null) url.searchParams.delete(parameter.name);
    else url.searchParams.set(parameter.name, text);
  };
  for (const parameter of PARAMETERS) writeOne(parameter as Parameter<keyof ViewState>);
  // Colons and commas are allowed in a query and read better than %3A and %2C.
  url.search = url.search.replace(/%3A/g, ':').replace(/%2C/g, ',');
  url.hash = view.camera ? writeCamera(view.camera) : '';
  return url;
}

import type { FontFacesSpecification } from 'maplibre-gl';
import sansLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import sansLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url';
import serifItalicLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import serifItalicLatinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff2?url';
import serifLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url';
import serifLatinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?url';
import { SANS, SERIF, SERIF_ITALIC } from './label-layers';

/** Letters of the Latin subset of the font files; all others come from the extended subset. */
const LATIN = ['U+0000-00FF', 'U+2013-2014', 'U+2018-201D', 'U+2026'];
const LATIN_EXT = ['U+0100-02BA', 'U+1E00-1E9F'];

/** The fonts of the map's labels, shipped with the atlas. */
export function fontFaces(base: string): FontFacesSpecification {
  const face = (latin: string, latinExt: string) => [
    { url: new URL(latin, base).href, 'unicode-range': LATIN },
    { url: new URL(latinExt, base).href, 'unicode-range': LATIN_EXT },
  ];
  return {
    [SERIF]: face(serifLatin, serifLatinExt),
    [SERIF_ITALIC]: face(serifItalicLatin, serifItalicLatinExt),
    [SANS]: face(sansLatin, sansLatinExt),
  } as FontFacesSpecification;
}

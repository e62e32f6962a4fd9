/** One slide: the picture of a step and what is said with it. */
export interface Slide {
  readonly date: string;
  readonly title: string;
  readonly caption: string;
  /** What the class was asked first. */
  readonly question: string | null;
  /** For the lecturer alone. */
  readonly notes: string;
  /** Lines: source and what it says. */
  readonly sources: readonly string[];
  /** A picture as `data:image/png;base64,…`, of the shape of `PICTURE_SHAPE`. */
  readonly picture: string;
  /** Where the step can be seen in the atlas; null when it cannot be linked to. */
  readonly address: string | null;
}

/** A lecture as slides. */
export interface Deck {
  readonly title: string;
  readonly author: string;
  readonly abstract: string;
  readonly slides: readonly Slide[];
  readonly bibliography: readonly string[];
}

/** Inches, as the programs for slides count: 16 to 9. */
const PAGE = { width: 13.333, height: 7.5 };
const PICTURE_HEIGHT = 5.65;
const MARGIN = 0.4;
/** Width by height of the picture on a slide. */
export const PICTURE_SHAPE = PAGE.width / PICTURE_HEIGHT;

/** Fonts that every computer has: the slides are opened elsewhere. */
const SERIF = 'Georgia';
const SANS = 'Arial';
const INK = '1F1A17';
const SOFT = '55504B';
const ACCENT = '8A1500';
const REFERENCES_ON_A_SLIDE = 12;

/** Writes the slides as a PowerPoint file, which Keynote and LibreOffice open as well: a title, the steps, the sources. */
export async function composeSlides(deck: Deck): Promise<ArrayBuffer> {
  const { default: PptxGenJS } = await import('pptxgenjs');
  const file = new PptxGenJS();
  file.defineLayout({ name: 'HALL', ...PAGE });
  file.layout = 'HALL';
  file.title = deck.title;
  file.author = deck.author;
  file.company = '';
  const wide = { x: MARGIN, w: PAGE.width - 2 * MARGIN };

  const opening = file.addSlide();
  opening.addText(deck.title, {
    ...wide,
    y: 2.2,
    h: 1.3,
    fontFace: SERIF,
    fontSize: 44,
    bold: true,
    color: INK,
  });
  const under = [deck.author, deck.abstract].filter(Boolean).join('\n');
  opening.addText(under, { ...wide, y: 3.6, h: 2, fontFace: SANS, fontSize: 20, color: SOFT, valign: 'top' });

  for (const { date, title, caption, question, notes, sources, picture, address } of deck.slides) {
    const slide = file.addSlide();
    slide.addImage({
      data: picture,
      x: 0,
      y: 0,
      w: PAGE.width,
      h: PICTURE_HEIGHT,
      altText: `Map of ${date}`,
    });
    slide.addText(date, {
      x: 0.2,
      y: 0.15,
      w: date.length * 0.27 + 0.4,
      h: 0.7,
      fontFace: SERIF,
      fontSize: 32,
      bold: true,
      color: INK,
      fill: { color: 'FFFFFF', transparency: 10 },
      margin: [0, 8, 0, 8],
      wrap: false,
    });
    slide.addShape('rect', {
      x: 0,
      y: PICTURE_HEIGHT,
      w: PAGE.width,
      h: 0.05,
      fill: { color: ACCENT },
      line: { color: ACCENT, width: 0 },
    });
    slide.addText(title, {
      ...wide,
      y: PICTURE_HEIGHT + 0.1,
      h: 0.65,
      fontFace: SERIF,
      fontSize: 28,
      bold: true,
      color: INK,
      fit: 'shrink',
    });
    slide.addText(caption, {
      ...wide,
      y: PICTURE_HEIGHT + 0.72,
      h: 1.05,
      fontFace: SANS,
      fontSize: 20,
      color: INK,
      valign: 'top',
      fit: 'shrink',
    });
    slide.addNotes(
      [
        question === null ? '' : `Ask first: ${question}`,
        notes,
        sources.length > 0 ? `Sources\n${sources.join('\n')}` : '',
        address ?? '',
      ]
        .filter(Boolean)
        .join('\n\n'),
    );
  }

  for (let from = 0; from < deck.bibliography.length; from += REFERENCES_ON_A_SLIDE) {
    const slide = file.addSlide();
    slide.addText('Sources', {
      ...wide,
      y: 0.3,
      h: 0.8,
      fontFace: SERIF,
      fontSize: 30,
      bold: true,
      color: INK,
    });
    const lines = deck.bibliography.slice(from, from + REFERENCES_ON_A_SLIDE);
    slide.addText(lines.join('\n'), {
      ...wide,
      y: 1.2,
      h: 5.9,
      fontFace: SANS,
      fontSize: 16,
      color: INK,
      valign: 'top',
      paraSpaceAfter: 6,
    });
  }
  return (await file.write({ outputType: 'arraybuffer', compression: true })) as ArrayBuffer;
}

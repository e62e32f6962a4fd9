import type { Report } from '../../src/lib/atlas/report';

const percent = (part: number, whole: number) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`);

/** The report as text for the terminal. */
export function formatReport(report: Report): string {
  const { counts, gazetteer, areas, sizes, detail } = report;
  const lines = [
    Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', '),
    `vertices: ${detail.exact.vertices} exact, ${detail.fine.vertices} fine, ${detail.coarse.vertices} coarse`,
    `gazetteer: ${gazetteer.rows} rows, holder ${percent(gazetteer.holderRight, gazetteer.rows)}, controller ${percent(gazetteer.controllerRight, gazetteer.rows)}`,
    `published areas: ${areas.filter((area) => area.within).length} of ${areas.length} within 5 %`,
    ...Object.entries(sizes).map(([name, { brotli }]) => `${name}: ${(brotli / 1024).toFixed(0)} kB brotli`),
  ];
  return lines.join('\n');
}

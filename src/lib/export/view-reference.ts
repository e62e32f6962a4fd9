import { longDate, type Day } from '../time/day';

/** What a reference to a view needs. */
export interface ViewReference {
  readonly day: Day;
  /** Full address of the view. */
  readonly address: string;
  /** Day on which it was looked at. */
  readonly seen: Date;
}

const SEEN = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A reference to a view of the atlas, for a footnote. */
export function citeView({ day, address, seen }: ViewReference): string {
  return `Cordon: An Atlas of Borders, 1917–1955, map of ${longDate(day)}, ${address} (accessed ${SEEN.format(seen)}).`;
}

/** The HTML with which another page shows a view, slider included. */
export function embedCode(address: string): string {
  const escaped = address.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<iframe src="${escaped}" width="800" height="560" style="border:0" loading="lazy" title="Cordon, an atlas of borders" allowfullscreen></iframe>`;
}

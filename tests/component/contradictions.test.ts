import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { contradictionsOf } from '../../src/lib/atlas/contradictions';
import type { Excerpt, Source } from '../../src/lib/atlas/types';
import Contradictions from '../../src/lib/ui/Contradictions.svelte';

const sources = new Map<string, Source>([
  ['coup', { id: 'coup', kind: 'scholarship', type: 'book', title: 'The Coup', author: 'A. Scholar' }],
  ['notes', { id: 'notes', kind: 'notes', type: 'webpage', title: 'Essay notes' }],
  ['act', { id: 'act', kind: 'primary', type: 'treaty', title: 'The Act' }],
]);
const excerpts: Excerpt[] = [
  { source: 'coup', says: 'He marched on 12 May.', stance: 'agrees' },
  {
    source: 'notes',
    says: 'He came to power in 1927.',
    stance: 'mistaken',
    about: 'date',
    correction: 'The year was 1926.',
  },
  {
    source: 'act',
    says: 'The act bears the 14th.',
    stance: 'differs',
    about: 'date',
    correction: 'That is the last day of it.',
  },
  {
    source: 'notes',
    says: 'He feared Moscow.',
    stance: 'opinion',
    about: 'cause',
    correction: 'Others: London.',
  },
];

function shown(width = 400) {
  document.body.style.width = `${width}px`;
  return render(Contradictions, {
    change: { dateInWords: '12 May 1926' },
    contradictions: contradictionsOf({ excerpts }),
    grounds: excerpts.slice(0, 1),
    sources,
  });
}

test('readings of the date stand side by side with ours, in a list under their heading', async () => {
  const screen = await shown();
  await expect.element(screen.getByRole('heading', { name: 'Where the sources differ' })).toBeVisible();
  const dates = screen.getByRole('list', { name: 'The date' });
  expect(dates.getByRole('listitem').elements()).toHaveLength(2);
  const [notes, act] = dates.getByRole('article').elements() as HTMLElement[];
  expect(notes?.textContent).toContain('Wrong');
  expect(notes?.textContent).toMatch(/He came to power in 1927\..*12 May 1926\.\s*The year was 1926\./s);
  // A document that gives another date is not called imprecise.
  expect(act?.textContent).toContain('Differs');
  await expect.element(screen.getByText('Ours rests on')).toHaveTextContent('The Coup');
});

test('a view that others do not share is set beside theirs, not called wrong', async () => {
  const screen = await shown();
  const view = screen.getByRole('list', { name: 'Why, and in what order' }).getByRole('article').element();
  expect(view.textContent).toContain('Read otherwise');
  expect(view.textContent).not.toContain('12 May 1926');
});

test.each([
  ['in the panel of a wide screen', 1200, 400, true],
  ['in a narrower panel', 1200, 250, false],
  ['on a phone', 390, 360, false],
])('%s: a screen of %i px, a panel of %i px, side by side %s', async (_where, screenWidth, panel, beside) => {
  await page.viewport(screenWidth, 800);
  const screen = await shown(panel);
  const article = screen.getByRole('article').elements()[0] as HTMLElement;
  const [theirs, ours] = ['.theirs', '.ours'].map((part) =>
    article.querySelector(part)?.getBoundingClientRect(),
  );
  expect((ours?.left ?? 0) > (theirs?.left ?? 0) + 50).toBe(beside);
  expect((ours?.top ?? 0) > (theirs?.top ?? 0) + 10).toBe(!beside);
});

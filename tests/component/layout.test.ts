import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Layout from '../../src/routes/+layout.svelte';

test('the layout shows the page it is given', async () => {
  const children = createRawSnippet(() => ({ render: () => '<h1>Partition of Poland</h1>' }));
  const screen = await render(Layout, { children });
  await expect.element(screen.getByRole('heading', { name: 'Partition of Poland' })).toBeVisible();
});

// When the page cannot run it says so, shows who to call, and can send nothing (IMP-5).

import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t, staff as s } from '../fixtures/words.js';

/** What a page that cannot run must be. */
async function helpless(page, wire) {
  await page.getByRole('link', { name: t('door-tell') }).click();
  await expect(page.getByRole('heading', { name: t('broken-title') })).toBeVisible();
  await expect(page.getByText(t('broken-2'))).toBeVisible();
  for (const number of ['999', '0800 1111']) await expect(page.getByRole('link', { name: new RegExp(number) }).locator('visible=true').first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await page.locator('form, input, textarea').count()).toBe(0);
  expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
}

test('without JavaScript the page reads, helps and cannot send', async ({ visit, wire, home }) => {
  // The browser fetched the WASM early, and nothing here can use it: it says so.
  const page = await visit(home, { javaScriptEnabled: false, trouble: /^The resource \S+\.wasm was preloaded using link preload but not used/ });
  await expect(page.getByRole('heading', { level: 1, name: t('landing-title') })).toBeVisible();
  await page.getByText(t('who-title')).click();
  await expect(page.getByText(t('who-2'))).toBeVisible();
  await page.getByRole('link', { name: t('door-help') }).click();
  await expect(page.getByRole('heading', { name: t('help-title') })).toBeVisible();
  await expect(page.getByRole('link', { name: /0800 1111/ }).locator('visible=true').first()).toBeVisible();
  await page.goto(home);
  await helpless(page, wire);
  await expect(page.getByRole('link', { name: t('strip-leave') })).toHaveAttribute('href', 'about:blank');
});

test('without its WASM the page says so and cannot send', async ({ visit, wire, home }) => {
  wire.cut('/assets/reporter.');
  const page = await visit(home, { trouble: /./ });
  await helpless(page, wire);
});

test('a browser without WebAssembly says so and cannot send', async ({ people, wire, home }) => {
  const page = await people.visit('about:blank', { trouble: /./ });
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(home);
  await helpless(page, wire);
});

// The worker is what seals: without it nothing can be sent, and the page says so before a word is typed.
test('without its worker the page says so and cannot send', async ({ visit, home }) => {
  const page = await visit('about:blank', { trouble: /./ });
  await page.addInitScript(() => { globalThis.Worker = class { constructor() { throw new Error('blocked'); } }; });
  await page.goto(home);
  await page.getByRole('link', { name: t('door-tell') }).click();
  await expect(page.getByRole('alert').getByText(t('fail-worker'))).toBeVisible();
  await expect(page.getByRole('link', { name: /0800 1111/ }).locator('visible=true').first()).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('the staff page says why it needs JavaScript', async ({ visit, home }) => {
  const page = await visit(`${home}/staff`, { javaScriptEnabled: false });
  // Playwright's text search leaves `noscript` out, even where it is shown.
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toHaveText(s('shell-no-script'));
});

test('the staff page says that it cannot start', async ({ visit, wire, home }) => {
  wire.cut(/^\/assets\/staff\..*\.wasm$/);
  const page = await visit(`${home}/staff`, { trouble: /./ });
  await expect(page.getByText(s('shell-stopped'))).toBeVisible();
  await expect(page.getByText(s('shell-starting'))).toBeHidden();
});

// A second door to the same words: the page never half-works.
test('the running page hides what belongs to the broken one', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await expect(page.getByRole('heading', { name: t('broken-title') })).toBeHidden();
});

// The pupil's page in other languages: a report from the landing to the receipt, read from right to left too; one more request, which
// tells nobody which language it is; nothing kept (issue 5).

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { look, violations } from '../fixtures/axe.js';
import { hits, phrase, traffic } from '../fixtures/canary.js';
import * as english from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { language as words } from '../fixtures/words.js';

const SHOTS = join(import.meta.dirname, '../results/shots');
const TAGS = readdirSync(join(import.meta.dirname, '../../packs/text'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);
const RIGHT_TO_LEFT = ['ar', 'ur'];

/** Chooses a language from the list, as a person does. */
async function choose(page, tag) {
  await page.locator('#language > summary').click();
  await page.getByRole('button', { name: words(tag)('language-name'), exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

const at = (page, t, title) => expect(page.getByRole('heading', { level: 1, name: t(title) })).toBeVisible();
const press = (page, t, name) => page.getByRole('button', { name: t(name), exact: true }).click();
const wider = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at a screen in a language at 320 px as well. */
async function see(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: join(SHOTS, `${name}-320-light.png`), fullPage: true, animations: 'disabled' });
  expect.soft(await wider(page), `${name} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize(before);
  await look(page, name);
}

for (const tag of ['ar', 'pl'].filter((tag) => TAGS.includes(tag))) {
  test(`a pupil reports in ${tag}, from the landing to the receipt`, async ({ visit, wire, server, home }) => {
    test.setTimeout(240_000);
    const t = words(tag);
    const page = await visit(home);
    await english.ready(page);
    await page.waitForLoadState('networkidle');
    const own = wire.exchanges.length;
    await choose(page, tag);
    await expect(page.locator('html')).toHaveAttribute('dir', RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');
    await expect(page.getByRole('status').filter({ hasText: t('language-name') })).toBeVisible();
    await expect(page.locator('#language > summary')).toBeFocused();
    await expect(page.getByText(t('language-note'))).toBeVisible();
    await expect(page).toHaveTitle(t('page-title'));
    await see(page, `language-${tag}-1-landing`);
    await page.getByRole('link', { name: t('door-help') }).first().click();
    await see(page, `language-${tag}-2-help`);
    await page.getByRole('link', { name: t('help-tell') }).click();
    await at(page, t, 'danger-title');
    await page.getByRole('radio', { name: t('danger-not-sure'), exact: true }).check();
    await press(page, t, 'step-next');
    await at(page, t, 'calls-title');
    await see(page, `language-${tag}-3-calls`);
    await press(page, t, 'step-back');
    await page.getByRole('radio', { name: t('danger-no'), exact: true }).check();
    await press(page, t, 'step-next');
    await at(page, t, 'about-title');
    await page.getByRole('radio', { name: t('about-me'), exact: true }).check();
    await press(page, t, 'step-next');
    await at(page, t, 'what-title');
    await page.getByRole('checkbox', { name: t('category-bullying'), exact: true }).check();
    await see(page, `language-${tag}-4-what`);
    await press(page, t, 'step-next');
    await at(page, t, 'readers-title');
    await see(page, `language-${tag}-5-readers`);
    await press(page, t, 'step-next');
    await at(page, t, 'words-title');
    await expect(page.getByText(t('language-write'))).toBeVisible();
    const secret = phrase();
    await page.getByRole('textbox').fill(secret);
    await see(page, `language-${tag}-6-words`);
    await press(page, t, 'step-next');
    await at(page, t, 'check-title');
    await see(page, `language-${tag}-7-check`);
    // One request more than a visit in English, and it is for the file of all languages.
    expect(wire.asked(own)).toHaveLength(1);
    expect(wire.asked(own)[0]).toMatch(/\/assets\/languages\.[0-9a-f]{16}\.json/);
    await page.locator('#journey .btn-go').last().click();
    await at(page, t, 'sent-title');
    await expect(page.getByText(t('language-words'))).toBeVisible();
    await see(page, `language-${tag}-8-sent`);
    const code = await page.locator('.words li').allTextContents();
    expect(code).toHaveLength(7);
    // Nothing is kept in the browser, and the words are in no request.
    expect(await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases?.())?.length ?? 0, location.search])).toEqual(['', 0, 0, 0, '']);
    const places = [...traffic(wire.exchanges), { name: 'the server’s log', bytes: server.log() }, ...(await server.remains())];
    expect(hits({ secret, code: code.join(' ') }, places)).toEqual([]);
  });
}

test('another language half way keeps what was said, and English comes back', async ({ visit, home, wire }) => {
  const page = await visit(home);
  const t = words('pl');
  await english.enter(page);
  await english.danger(page, 'danger-no');
  await english.about(page, 'about-me');
  await english.what(page, ['category-bullying']);
  await english.readers(page, {});
  await english.at(page, 'words-title');
  await page.getByRole('textbox').fill('They hide my bag.');
  const address = page.url();
  const own = wire.exchanges.length;
  await choose(page, 'pl');
  await at(page, t, 'words-title');
  await expect(page.getByRole('textbox')).toHaveValue('They hide my bag.');
  expect(page.url()).toBe(address);
  await press(page, t, 'step-next');
  await at(page, t, 'check-title');
  await expect(page.getByText('They hide my bag.')).toBeVisible();
  await expect(page.getByText(t('category-bullying'))).toBeVisible();
  await page.locator('#language > summary').press('Enter');
  await page.getByRole('button', { name: 'English', exact: true }).press('Enter');
  await english.at(page, 'check-title');
  await expect(page.getByText('They hide my bag.')).toBeVisible();
  await expect(page.locator('#language-note')).toBeHidden();
  await page.goto('about:blank');
  expect(wire.asked(own)).toHaveLength(1);
});

test('whichever language is chosen, the server is asked for the same', async ({ visit, home, wire }) => {
  const asked = new Set();
  for (const tag of TAGS) {
    const page = await visit(home);
    await english.ready(page);
    await page.waitForLoadState('networkidle');
    const own = wire.exchanges.length;
    await choose(page, tag);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: join(SHOTS, `language-all-${tag}-360-light.png`), fullPage: true, animations: 'disabled' });
    expect.soft(await wider(page), `${tag} scrolls sideways`).toBeLessThanOrEqual(0);
    expect.soft(await violations(page), tag).toEqual([]);
    await page.waitForLoadState('networkidle');
    asked.add(JSON.stringify(wire.exchanges.slice(own).map(({ method, url, answer }) => [method, url, answer.bytes.length])));
    await page.close();
  }
  expect([...asked]).toHaveLength(1);
});

test('the list names every language in its own words', async ({ visit, home }) => {
  const page = await visit(home);
  await english.ready(page);
  await page.locator('#language > summary').press('Enter');
  for (const tag of TAGS) await expect(page.getByRole('button', { name: words(tag)('language-name'), exact: true })).toHaveAttribute('lang', tag);
  await expect(page.locator('#language-list button')).toHaveCount(TAGS.length + 1);
  await see(page, 'language-list');
});

test('without the file English stays, and the page says so', async ({ visit, home, wire }) => {
  wire.cut('/assets/languages.');
  const page = await visit(home, { trouble: /./ });
  await english.ready(page);
  await page.locator('#language > summary').click();
  await expect(page.getByRole('status').filter({ hasText: words('en')('language-failed') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  wire.mend('/assets/languages.');
  await choose(page, 'pl');
});

test.describe('a browser that prefers Polish', () => {
  test('is offered it in its own words, and nothing is fetched until then', async ({ browser, wire, home }) => {
    const context = await browser.newContext({ locale: 'pl-PL', baseURL: wire.origin });
    const page = await context.newPage();
    await page.goto(home);
    await english.ready(page);
    await page.waitForLoadState('networkidle');
    expect(wire.asked().filter((one) => one.includes('languages'))).toEqual([]);
    const offer = page.getByRole('button', { name: /polski/i });
    await expect(offer).toHaveAttribute('lang', 'pl');
    await offer.click();
    await at(page, words('pl'), 'landing-title');
    await context.close();
  });
});

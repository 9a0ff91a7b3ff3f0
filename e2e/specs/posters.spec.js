// Paper for the wall: the code on it, read by another program, opens the school's page against its own fingerprint (2d.7).

import jsqr from 'jsqr';
import { PNG } from 'pngjs';

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { poster as on, pupil as p, staff as t } from '../fixtures/words.js';

/** What a camera makes of a part of the page. The decoder is not the library that drew it. */
async function scan(place) {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

/** Pages of a PDF, each as width and height in millimetres. */
function sheets(pdf) {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => [width, height].map((points) => Math.round((points / 72) * 25.4)));
}

const A4 = [210, 297];

async function studio(visit, server, role = 'admin') {
  const page = await adult.signIn(visit, server, role);
  await adult.go(page, 'posters');
  await adult.at(page, 'posters');
  await expect(page.getByRole('article', { name: t('posters-a4') })).toBeVisible();
  return page;
}

const choose = (page, name) => page.getByRole('radio', { name: t(name) }).check();

// 2d.7
test('each sheet prints on one page of A4, and its code opens the school against its fingerprint', async ({ visit, server }) => {
  const page = await studio(visit, server);
  const wanted = new URL(server.demo.poster_path, server.url);
  for (const [size, codes] of [['posters-a4', 1], ['posters-cards', 10]]) {
    await choose(page, size);
    for (const style of ['posters-plain', 'posters-pictures']) {
      await choose(page, style);
      const sheet = page.getByRole('article', { name: t(size) });
      await expect(sheet).toContainText(on('title'));
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false, path: `results/shots/${size}-${style}.pdf` });
      expect(sheets(pdf), `${size}, ${style}`).toEqual([A4]);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 794, height: 1123 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794);
      const drawn = sheet.locator('.qr');
      await expect(drawn).toHaveCount(codes);
      for (const code of [drawn.first(), drawn.last()]) {
        const said = new URL(await scan(code));
        expect(said.pathname).toBe(wanted.pathname);
        expect(said.hash).toBe(wanted.hash);
      }
      await page.screenshot({ path: `results/shots/${size}-${style}.png` });
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }

  // Nothing but the sheet is printed, and everything on the sheet fits it.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeHidden();
  await page.emulateMedia({ media: null });
  await choose(page, 'posters-a4');
  for (const style of ['posters-plain', 'posters-pictures']) {
    await choose(page, style);
    const over = await page.locator('.sheet').evaluate((sheet) => {
      const paper = sheet.getBoundingClientRect();
      return [...sheet.children].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.bottom > paper.bottom || box.right > paper.right || box.top < paper.top;
      }).length;
    });
    expect(over, style).toBe(0);
  }

  // What the paper says, a pupil can check: the page believes the code, and without it shows the same six words.
  await choose(page, 'posters-plain');
  const said = await scan(page.locator('.sheet .qr'));
  const words = (await page.locator('.sheet-words').textContent()).trim();
  await expect(page.locator('.sheet-calls')).toContainText('999');
  const scanned = await visit(said.slice(said.indexOf('/s/')));
  await readers(scanned);
  await expect(scanned.getByText(p('readers-poster'))).toBeVisible();
  const typed = await visit(said.slice(said.indexOf('/s/'), said.indexOf('#')));
  await readers(typed);
  await expect(typed.getByText(p('readers-no-poster'))).toBeVisible();
  await expect(typed.getByRole('main')).toContainText(words);
});

async function readers(page) {
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.at(page, 'readers-title');
}

// protocol 7, L3: one code for the school and the term, in the poster of everyone who prints it.
test('a term’s code is in the code on the paper, and the studio says so', async ({ visit, server }) => {
  const admin = await studio(visit, server);
  await expect(admin.getByText(t('posters-no-term'))).toBeVisible();
  expect(new URL(await scan(admin.locator('.sheet .qr'))).hash).not.toContain('&c=');
  await adult.go(admin, 'adults');
  await adult.press(admin, 'code-new');
  await expect(admin.getByText(t('today-code'))).toBeVisible();
  await adult.go(admin, 'posters');
  await expect(admin.getByText(t('posters-term'))).toBeVisible();
  const first = await scan(admin.locator('.sheet .qr'));
  expect(new URL(first).hash).toMatch(/^#k=[\w-]{43}&v=1&c=[\w-]+$/);
  const lead = await studio(visit, server, 'lead');
  expect(await scan(lead.locator('.sheet .qr'))).toBe(first);
});

test('the studio on every screen', async ({ visit, server }) => {
  test.setTimeout(240_000);
  const page = await studio(visit, server);
  await look(page, 'posters-1-plain');
  await choose(page, 'posters-pictures');
  await look(page, 'posters-2-pictures');
  await choose(page, 'posters-cards');
  await look(page, 'posters-3-cards');
});

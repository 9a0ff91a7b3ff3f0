// Text at twice its size (WCAG 1.4.4): whatever takes the focus can be seen, and nothing scrolls sideways (2.4.11, 1.4.10).

import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p } from '../fixtures/words.js';

/** What is focused, and whether a person can see it: no corner of it lies under a bar. Of what is half a window high, a part. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const tall = bottom - top > innerHeight / 2;
    const lines = tall ? [top, (top + middle) / 2, middle, (bottom + middle) / 2, bottom] : [top, bottom];
    const seen = lines.flatMap((y) => [[left, y], [right, y]]).map(([x, y]) => {
      const at = document.elementFromPoint((x * 9 + (left + right) / 2) / 10, (y * 9 + middle) / 10);
      return Boolean(at) && (at === one || one.contains(at) || at.contains(one));
    });
    return { name: `${one.tagName} ${one.id || one.textContent.trim().slice(0, 40)}`, last: one === document.body, seen: tall ? seen.some(Boolean) : seen.every(Boolean) };
  });

/** Tabs through the whole page, and back again. */
async function covered(page) {
  const hidden = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    await page.evaluate(() => document.activeElement.blur());
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press(key);
      const at = await focused(page);
      if (at.last) break;
      if (!at.seen) hidden.push(`${key}: ${at.name}`);
    }
  }
  return hidden;
}

async function twice(page) {
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
}

async function looks(page, name) {
  await page.screenshot({ path: `results/shots/large-${name}.png` });
  expect.soft(await covered(page), name).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wider, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const height of [900, 720]) {
  test(`text at twice its size in a window ${height} px high`, async ({ visit, server }) => {
    const page = await visit(server.demo.poster_path, { viewport: { width: 1280, height } });
    await pupil.ready(page);
    await twice(page);
    await looks(page, `landing-${height}`);
    await pupil.enter(page);
    await pupil.danger(page, 'danger-no');
    await pupil.about(page, 'about-me');
    await pupil.what(page, ['category-bullying']);
    await pupil.at(page, 'readers-title');
    await pupil.press(page, 'readers-other');
    await looks(page, `readers-${height}`);
    await page.getByRole('checkbox', { name: `${p('readers-out')} Mr Tunde Adeyemi` }).check();
    await pupil.press(page, 'step-next');
    await pupil.device(page);
    await pupil.at(page, 'words-title');
    await looks(page, `words-${height}`);
  });
}

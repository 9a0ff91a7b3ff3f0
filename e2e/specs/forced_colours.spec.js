// In the system's own colours (Windows contrast themes, XAM-11): every control keeps an edge, what is chosen can be told
// from what is not, and axe finds nothing. The pictures in `results/shots` are for eyes.

import * as adult from '../fixtures/adult.js';
import { violations } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as s } from '../fixtures/words.js';

const forced = { forcedColors: 'active' };

/** Controls a person could not tell from the page around them: no text, no edge, no picture. */
const bare = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a.btn, input, textarea, select')]
      .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
      .filter((one) => {
        const style = getComputedStyle(one);
        const edge = ['Top', 'Right', 'Bottom', 'Left'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
        return !edge && style.appearance === 'none' && !one.textContent.trim() && !one.querySelector('svg');
      })
      .map((one) => one.outerHTML.slice(0, 90)),
  );

async function looks(page, name) {
  await page.screenshot({ path: `results/shots/forced-${name}.png`, fullPage: true });
  expect.soft(await bare(page), name).toEqual([]);
  // axe reads the colours the page asked for, not those the system paints.
  const found = (await violations(page)).filter(({ id }) => id !== 'color-contrast');
  expect.soft(found, name).toEqual([]);
}

/** How a thing is drawn, in the few ways forced colours leave. */
const drawn = (place) =>
  place.evaluate((one) => {
    const { outlineStyle, outlineColor, backgroundColor, borderTopColor, fontWeight } = getComputedStyle(one);
    return [outlineStyle, outlineColor, backgroundColor, borderTopColor, fontWeight].join(' ');
  });

test('the pupil’s page in the system’s own colours', async ({ visit, server }) => {
  const page = await visit(server.demo.poster_path, forced);
  await pupil.ready(page);
  await looks(page, 'pupil-landing');
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.at(page, 'what-title');
  const tile = page.locator('.tile', { has: page.getByRole('checkbox', { name: p('category-bullying') }) });
  const before = await drawn(tile);
  await page.getByRole('checkbox', { name: p('category-bullying') }).check();
  expect(await drawn(tile), 'a chosen tile looks chosen').not.toBe(before);
  await looks(page, 'pupil-what');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'readers-title');
  await page.getByRole('checkbox', { name: `${p('readers-out')} Mr Tunde Adeyemi` }).check();
  await looks(page, 'pupil-readers');
});

test.describe('staff', () => {
  test.use({ scene: 'full' });

  test('the staff page in the system’s own colours', async ({ visit, server }) => {
    const page = await adult.signIn(visit, server, 'lead', forced);
    await expect(page.locator('.b-open').first()).toBeVisible();
    await looks(page, 'staff-board');
    const rail = page.getByRole('navigation', { name: s('views') });
    const here = await drawn(rail.locator('[aria-current]').first());
    expect(here, 'the view one is in looks chosen').not.toBe(await drawn(rail.getByRole('button', { name: s('audit') })));
    await page.locator('.b-open').first().click();
    await adult.give(page, 'reason-on-duty');
    await looks(page, 'staff-case');
    await adult.go(page, 'adults');
    await expect(page.getByRole('table')).toBeVisible();
    await looks(page, 'staff-adults');
  });
});

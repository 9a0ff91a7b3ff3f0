// The writing coach and the question about the device: nothing of them leaves the page, and nothing of them is forced (S1.6 to S1.8, M3).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { hits, phrase, traffic } from '../fixtures/canary.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

const toDevice = async (page) => {
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.readers(page, {});
  await pupil.at(page, 'device-title');
};
const box = (page) => page.getByRole('textbox', { name: t('words-title') });
/** The extras are there. */
const ready = (page) => page.waitForFunction(() => typeof coachLook === 'function');

async function narrow(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: `results/shots/${name}-320.png`, fullPage: true });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wider, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize(before);
}

// M3, F6, S7: typing, looking and deciding ask for nothing; danger brings numbers; what is taken out is really out.
test('the coach looks without a request, and what is taken out is out', async ({ visit, server, wire, home }) => {
  test.slow();
  const page = await visit(home);
  await pupil.ready(page);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const from = wire.exchanges.length;
  await toDevice(page);
  await page.getByRole('radio', { name: t('device-school'), exact: true }).check();
  await expect(page.getByText(t('words-device-1'))).toBeVisible();
  await look(page, 'pupil-40-device');
  await narrow(page, 'pupil-40-device');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'words-title');
  const calls = page.getByRole('region', { name: t('fail-calls') });
  await box(page).pressSequentially('he hits me at lunch, i want to die');
  await expect(calls).toBeVisible();
  await expect(calls.getByRole('link').first()).toHaveAttribute('href', /^(tel|sms):/);
  await expect(page.getByRole('button', { name: t('words-where') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('words-when') })).toHaveCount(0);
  await look(page, 'pupil-41-words-crisis');
  await narrow(page, 'pupil-41-words-crisis');
  const canary = phrase();
  await box(page).fill(`Hi, im sam. ${canary}. Ring 07700 900123, i am in 9B.`);
  await expect(calls).toHaveCount(0);
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'clues-title');
  await expect(page.locator('mark')).toHaveText(['im sam', '07700 900123', '9B']);
  await look(page, 'pupil-42-clues');
  await narrow(page, 'pupil-42-clues');
  // By keyboard: the name and the number go, the class is kept.
  await page.getByRole('button', { name: `${t('clues-take')} im sam` }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: `${t('clues-take')} 07700 900123` }).press('Space');
  await page.getByRole('button', { name: `${t('clues-keep')} 9B` }).press('Enter');
  await expect(page.locator('mark')).toHaveCount(0);
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'check-title');
  // A clue was kept, so nobody says that there was none.
  await expect(page.getByText(t('clues-none'))).toHaveCount(0);
  expect(wire.asked(from), 'requests while writing').toEqual([]);
  await pupil.send(page);
  expect(hits({ words: canary }, traffic(wire.exchanges))).toEqual([]);

  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await expect(lead.getByText(canary)).toBeVisible();
  await expect(lead.getByText('i am in 9B.')).toBeVisible();
  await expect(lead.getByText('07700')).toHaveCount(0);
  await expect(lead.getByText('im sam')).toHaveCount(0);
});

// S1.8: no clue, no screen; the check page says in one line what was done.
test('without a clue there is no screen more', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.ready(page);
  await ready(page);
  await toDevice(page);
  await pupil.device(page);
  await box(page).fill(pupil.REPORT.text);
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'check-title');
  await expect(page.getByText(t('clues-none'))).toBeVisible();
});

// F12: what is fetched is the same for help alone, for every device and every text; and without the extras a report still goes.
test('nobody can tell from the requests what is done here', async ({ visit, wire, home }) => {
  const ways = [
    async (page) => page.getByRole('link', { name: t('door-help') }).first().click(),
    async (page) => pupil.fill(page, { device: 'device-own', text: 'im sam and i want to die' }),
    async (page) => pupil.fill(page, { device: 'device-shared' }),
  ];
  const lists = [];
  for (const way of ways) {
    const from = wire.exchanges.length;
    const page = await visit(home);
    await pupil.ready(page);
    await way(page);
    await page.waitForLoadState('networkidle');
    lists.push(wire.asked(from).sort());
    await page.close();
  }
  expect(lists[0].filter((asked) => asked.includes('/assets/extras.'))).toHaveLength(2);
  expect(lists[1]).toEqual(lists[0]);
  expect(lists[2]).toEqual(lists[0]);
});

test('a page without the extras goes on, and claims nothing', async ({ visit, wire, home }) => {
  wire.cut('/assets/extras.');
  const page = await visit(home, { trouble: /extras|ERR_|Failed to load/ });
  await pupil.fill(page, { text: 'im sam and they hit me' });
  await expect(page.getByText(t('clues-none'))).toHaveCount(0);
  await pupil.send(page);
});

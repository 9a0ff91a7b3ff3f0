// The writing coach: nothing of it leaves the page, and nothing of it is forced (S1.7, S1.8, M3).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { hits, phrase, traffic } from '../fixtures/canary.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

const toWords = async (page) => {
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.readers(page, {});
  await pupil.at(page, 'words-title');
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

// M3, S1.8: typing asks for nothing; danger brings numbers; what may point to the writer is named and stays theirs to take out.
test('the coach looks without a request, and changes nothing', async ({ visit, server, wire, home }) => {
  test.slow();
  const page = await visit(home);
  await pupil.ready(page);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const from = wire.exchanges.length;
  await toWords(page);
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
  const named = page.getByText(t('clues-found'));
  await expect(named).toContainText('“im sam”, “07700 900123”, “9B”');
  await look(page, 'pupil-42-words-clues');
  await narrow(page, 'pupil-42-words-clues');
  await box(page).fill(`Hi. ${canary}. I am in 9B.`);
  await expect(named).toContainText('“9B”');
  await expect(named).not.toContainText('sam');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'check-title');
  expect(wire.asked(from), 'requests while writing').toEqual([]);
  await pupil.send(page);
  expect(hits({ words: canary }, traffic(wire.exchanges))).toEqual([]);

  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await expect(lead.getByText(canary)).toBeVisible();
  await expect(lead.getByText('I am in 9B.')).toBeVisible();
  await expect(lead.getByText('sam')).toHaveCount(0);
});

// F12: what is fetched is the same for help alone and for every text; and without the extras a report still goes.
test('nobody can tell from the requests what is done here', async ({ visit, wire, home }) => {
  const ways = [
    async (page) => page.getByRole('link', { name: t('door-help') }).first().click(),
    async (page) => pupil.fill(page, { text: 'im sam and i want to die' }),
    async (page) => pupil.fill(page),
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
  await pupil.press(page, 'step-back');
  await expect(page.getByText(t('clues-found'))).toHaveCount(0);
  await expect(page.getByRole('group', { name: t('words-ideas') }).getByRole('button')).toHaveCount(4);
  await pupil.press(page, 'step-next');
  await pupil.send(page);
});

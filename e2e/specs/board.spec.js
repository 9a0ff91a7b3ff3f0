// A board of several pages: everything is there, the most urgent first, drawn a piece at a time, found by word and key.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

/** Reports of the scene: those nobody opened, one in danger, one in work. */
const UNREAD = 120;
const CASES = UNREAD + 2;

test.use({ scene: 'many' });
test.describe.configure({ timeout: 300_000 });

// D1: danger stands first though it is the oldest; search and keys reach what is not drawn yet.
test('a board of several pages loads whole, draws in pieces and is searched by word and key', async ({ visit, server, wire }) => {
  const lead = await adult.signIn(visit, server, 'lead');
  const views = lead.getByRole('navigation', { name: t('views') });
  await expect(views.getByRole('button', { name: t('board') })).toContainText(String(CASES));
  // Three pages of the inbox, each asked for after the one before it.
  const after = new Set(wire.asked().filter((one) => one.includes('/api/v1/cases?after=')));
  expect(after.size).toBeGreaterThanOrEqual(2);
  await expect(lead.getByText(t('board-more'))).toHaveCount(0);

  // The oldest of all is in danger: nothing stands above it.
  const lanes = lead.getByRole('main').getByRole('listitem');
  await expect(lanes.first()).toContainText(t('chip-danger'));
  const eyes = lead.getByRole('region', { name: t('lane-eyes') });
  await expect(eyes.getByRole('listitem')).toHaveCount(1);
  const unread = lead.getByRole('region', { name: t('lane-new') });
  await expect(unread.locator('.n')).toHaveText(String(UNREAD));
  await expect(unread.getByRole('listitem')).toHaveCount(50);
  await look(lead, 'staff-43-many');

  // Keys: down the board and up again, into a row and out of it.
  await lead.keyboard.press('j');
  await expect(eyes.getByRole('button')).toBeFocused();
  await lead.keyboard.press('j');
  await expect(unread.getByRole('listitem').nth(0).getByRole('button')).toBeFocused();
  for (let row = 0; row < 30; row += 1) await lead.keyboard.press('j');
  await expect(unread.getByRole('listitem').nth(30).getByRole('button')).toBeFocused();
  await expect(unread.getByRole('listitem').nth(30)).toBeInViewport();
  await lead.keyboard.press('k');
  await lead.keyboard.press('o');
  await expect(lead.getByRole('dialog', { name: t('open-title') })).toBeVisible();
  await lead.keyboard.press('Escape');
  await expect(lead.getByRole('dialog', { name: t('open-title') })).toHaveCount(0);
  await expect(unread.getByRole('listitem').nth(29).getByRole('button')).toBeFocused();

  // Search, over what was opened before too: the scarf is on the inbox's last page.
  await lead.keyboard.press('/');
  await lead.keyboard.type('b SCARF the');
  // The first letter too, which is a shortcut elsewhere.
  const find = lead.getByLabel(t('find'));
  await expect(find).toHaveValue('b SCARF the');
  await find.fill('SCARF the');
  const found = lead.getByRole('main').getByRole('listitem');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('The scarf');
  await look(lead, 'staff-44-many-found');
  await find.fill('nothing like this');
  await expect(lead.getByText(t('find-none'))).toBeVisible();
  // On a phone too, in a row of its own, as wide as the page and large enough to hit.
  await lead.setViewportSize({ width: 360, height: 740 });
  const box = await find.boundingBox();
  expect(box.width).toBeGreaterThan(300);
  expect(box.height).toBeGreaterThanOrEqual(44);
  await find.fill('scarf');
  await expect(found).toHaveCount(1);
  await expect(found).toBeInViewport();
  await lead.screenshot({ path: 'results/shots/staff-44-phone-found.png' });
  await lead.setViewportSize({ width: 1280, height: 900 });
  await adult.open(lead, 'reason-follow-up', 'The scarf');
  await expect(lead.getByText(/the scarf my gran made/)).toBeVisible();
  await adult.go(lead, 'board');
  await find.fill('');

  // A piece at a time, until the last one, which opens like any other.
  const more = unread.getByRole('button', { name: t('lane-more') });
  await more.click();
  await expect(unread.getByRole('listitem')).toHaveCount(100);
  await more.click();
  await expect(unread.getByRole('listitem')).toHaveCount(UNREAD);
  await expect(more).toHaveCount(0);
  // A board asked again keeps what was unfolded.
  await lead.clock.fastForward(61_000);
  const last = unread.getByRole('listitem').last();
  await last.scrollIntoViewIfNeeded();
  await last.getByRole('button').click();
  await adult.give(lead, 'reason-on-duty');
  await expect(lead.getByText(/The light in the corridor is broken again/)).toBeVisible();
});

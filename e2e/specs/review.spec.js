// What the server notices in its log is looked at by somebody else than the one it is about.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

const TRIES = 5;

/** As somebody would who knows a name and nothing else. */
async function guess(server, user) {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const answer = await fetch(new URL('/api/v1/schools/-/sign-in', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, auth: 'A'.repeat(43), code: '000000', passkey: null }),
    });
    expect([401, 429]).toContain(answer.status);
  }
}

// XAM-12, XAM-10: wrong tries at the lead's account are told to the deputy, who asks the lead; the log keeps that somebody looked.
test('somebody else looks at what is unusual', async ({ visit, server }) => {
  const lead = adult.person(server, 'lead');
  await guess(server, lead.user);
  const page = await adult.signIn(visit, server, 'deputy');
  const rail = page.getByRole('navigation', { name: t('views') });
  await rail.getByRole('button', { name: t('review-title') }).click();
  const section = page.getByRole('region', { name: t('review-title') });
  const line = section.getByRole('listitem').filter({ hasText: t('review-finding') }).first();
  await expect(line).toContainText(lead.name.split(' ').at(-1));
  await look(page, 'staff-50-review');

  // By keyboard: choose a finding, press Enter.
  await line.getByLabel(t('review-finding')).focus();
  await line.getByLabel(t('review-finding')).selectOption({ label: t('review-explained') });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('say-reviewed')).first()).toBeAttached();
  await section.locator('summary').click();
  await expect(section.getByText(t('review-explained'))).toBeVisible();
  await look(page, 'staff-51-reviewed');

  // Whom it is about sees that somebody looked, and cannot do so in their place.
  await guess(server, adult.person(server, 'deputy').user);
  await adult.go(page, 'adults');
  await adult.go(page, 'audit');
  await expect(page.getByText(t('review-mine'))).toBeVisible();
  await expect(page.getByRole('cell', { name: t('entry-reviewed') })).toBeVisible();
});

test.describe('a full board', () => {
  test.use({ scene: 'full' });

  // XAM-12: an adult who reads nothing sees counts by month, and no case.
  test('an admin sees how many, month by month', async ({ visit, server }) => {
    const page = await adult.signIn(visit, server, 'admin');
    await adult.go(page, 'audit');
    const months = page.getByRole('region', { name: t('review-months') });
    await expect(months.getByRole('row').nth(1)).toBeVisible();
    await look(page, 'staff-52-review-admin');
  });
});

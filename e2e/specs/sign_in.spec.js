// What adults do with their own sign-in: see where they are signed in, end it from elsewhere, print codes for a lost phone.

import * as adult from '../fixtures/adult.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

/** A second device of somebody: their link, with the next code typed. */
async function elsewhere(visit, server, role, options = {}) {
  const who = adult.person(server, role);
  const page = await visit(who.link, { clock: true, ...options });
  await adult.at(page, 'sign-in-title');
  await adult.signInAgain(page, who);
  return page;
}

/** Signs out by the menu. */
async function leave(page) {
  await page.locator('summary', { hasText: t('signed-in') }).click();
  await page.getByRole('button', { name: t('sign-out'), exact: true }).click();
  await adult.at(page, 'sign-in-title');
}

const sessions = (page) => page.getByRole('region', { name: t('sessions') });
const codes = (page) => page.getByRole('region', { name: t('codes') });

// Sessions: two devices told apart by names, one ended from the other; what was typed there and not sent stays.
test('a session is ended from another device and keeps what was typed', async ({ visit, server, home }) => {
  const child = await visit(home);
  await pupil.report(child, { text: 'They wait for me by the gate.' });
  await child.close();
  const office = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  await adult.open(office);
  await office.getByRole('textbox', { name: t('note-label') }).fill('Half a thought');

  const home2 = await elsewhere(visit, server, 'lead');
  await adult.go(home2, 'own');
  await expect(sessions(home2).getByRole('listitem')).toHaveCount(2);
  await expect(sessions(home2).getByText(t('session-here'), { exact: true })).toHaveCount(1);
  // A deputy's page shows the deputy's session and no other.
  const deputy = await adult.signIn(visit, server, 'deputy');
  await adult.go(deputy, 'own');
  await expect(sessions(deputy).getByRole('listitem')).toHaveCount(1);

  const other = sessions(home2).getByRole('listitem').filter({ has: home2.getByRole('button', { name: t('session-end') }) });
  await other.getByRole('button', { name: t('session-name') }).click();
  await home2.getByLabel(t('session-name-label'), { exact: true }).fill('Office laptop');
  await adult.press(home2, 'session-name-save');
  await expect(sessions(home2).getByText('Office laptop').first()).toBeVisible();
  await home2.getByRole('button', { name: `${t('session-end')} Office laptop` }).click();
  await expect(sessions(home2).getByRole('listitem')).toHaveCount(1);

  await adult.go(office, 'audit');
  await adult.at(office, 'ended-title');
  await expect(office.getByText(t('locked-kept'))).toBeVisible();
  expect(await office.content()).not.toContain('by the gate');
});

// "Sign out everywhere": this device and every other.
test('signing out everywhere ends every session', async ({ visit, server }) => {
  const one = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  const two = await elsewhere(visit, server, 'lead');
  await adult.go(two, 'own');
  await adult.press(two, 'everywhere');
  await expect(two.getByText(t('everywhere-sure'))).toBeVisible();
  await adult.press(two, 'everywhere');
  await adult.at(two, 'sign-in-title');
  await adult.go(one, 'audit');
  await adult.at(one, 'ended-title');
});

// XAM-11: printed recovery codes; every use is told to the colleagues and counted.
test('a printed code stands in for a lost phone, once, and everyone is told', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  await adult.go(lead, 'own');
  await expect(codes(lead)).toContainText(t('codes-none'));
  await adult.press(lead, 'codes-renew');
  const printed = await codes(lead).locator('.code-card .code').allTextContents();
  expect(printed).toHaveLength(10);
  expect(new Set(printed).size).toBe(10);
  await adult.press(lead, 'codes-done');
  await expect(codes(lead).getByRole('alert')).toContainText(t('wrong-printed'));
  await lead.getByRole('checkbox', { name: t('codes-printed') }).check();
  await adult.press(lead, 'codes-done');
  await expect(codes(lead).locator('.codes-left')).toHaveText(/\b10\b/);
  expect(await lead.content()).not.toContain(printed[0]);

  await leave(lead);
  const who = adult.person(server, 'lead');
  const typed = async (code) => {
    await lead.getByLabel(t('sign-in-password'), { exact: true }).fill(who.password);
    await lead.getByLabel(t('sign-in-code'), { exact: true }).fill(code);
    await adult.press(lead, 'sign-in-go');
  };
  await typed(printed[3].toLowerCase().replaceAll('-', ' '));
  await adult.go(lead, 'own');
  await expect(codes(lead).locator('.codes-left')).toHaveText(/\b9\b/);
  await leave(lead);
  await typed(printed[3]);
  await expect(lead.getByRole('alert')).toContainText(t('fail-sign-in'));

  const deputy = await adult.signIn(visit, server, 'deputy');
  await adult.go(deputy, 'audit');
  await expect(deputy.getByRole('row').filter({ hasText: t('entry-code-used') })).toHaveCount(1);
  await expect(deputy.getByRole('row').filter({ hasText: t('entry-factor-changed') })).toHaveCount(1);
});

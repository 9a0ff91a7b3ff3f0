// Getting back in with colleagues: three ways of losing a secret, each person in a browser of their own (P40, P41, F7).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { freshCode } from '../fixtures/second_factor.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.describe.configure({ timeout: 420_000 });

const PASSWORD = 'wet boots by the door';

/** The lead shares their keys with the first `count` colleagues offered. */
async function share(page, count = 3) {
  await adult.go(page, 'adults');
  const form = page.getByRole('form', { name: t('regain-own') });
  const boxes = form.getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  for (let at = 0; at < count; at += 1) await boxes.nth(at).check();
  await adult.press(page, 'regain-share');
  await expect(page.getByText(t('say-shared')).first()).toBeAttached();
}

/** Somebody who cannot sign in asks, and keeps what they would: the words and the new kit. */
async function asks(page, who) {
  await page.getByRole('button', { name: t('regain-link') }).click();
  await adult.at(page, 'regain-title');
  await page.getByLabel(t('sign-in-user')).fill(who.user);
  await page.getByLabel(t('regain-new-password'), { exact: true }).fill(PASSWORD);
  await page.getByLabel(t('regain-again')).fill(PASSWORD);
  await page.getByLabel(t('sign-in-code'), { exact: true }).fill(await freshCode(who.totp_secret));
  await adult.press(page, 'regain-ask');
  await expect(page.getByRole('heading', { name: t('regain-asked') })).toBeFocused();
  const words = await page.locator('.gate-card .words-row').first().textContent();
  const secret = await page.locator('.kit-secret').textContent();
  return { words: words.trim(), secret: secret.trim() };
}

/** Comes back for the keys; `old` is the old kit's secret. */
async function comesBack(page, who, asked, old = '') {
  await page.getByLabel(t('sign-in-user')).fill(who.user);
  await page.getByLabel(t('regain-new-password'), { exact: true }).fill(PASSWORD);
  await page.getByLabel(t('regain-new-secret')).fill(asked.secret);
  await page.getByLabel(t('regain-old-secret')).fill(old);
  await page.getByLabel(t('sign-in-code'), { exact: true }).fill(await freshCode(who.totp_secret));
  await adult.press(page, 'regain-look');
}

/** Compares the six words and gives the share. */
async function gives(page, asked) {
  await adult.go(page, 'audit');
  await adult.go(page, 'adults');
  const panel = page.getByRole('region', { name: t('regain-asks') });
  await expect(panel.locator('.words-row')).toHaveText(asked.words);
  await panel.getByRole('button', { name: t('regain-give') }).click();
  await expect(panel.getByRole('alert')).toContainText(t('wrong-compared'));
  await panel.getByRole('checkbox').check();
  await panel.getByRole('button', { name: t('regain-give') }).click();
  await expect(page.getByText(t('say-share-given')).first()).toBeAttached();
  await expect(panel.getByText(t('regain-given-by'))).toBeVisible();
}

async function signsOut(page) {
  await page.locator('.menu summary').click();
  await adult.press(page, 'sign-out');
  await adult.at(page, 'sign-in-title');
}

/** The staff page of somebody who cannot sign in. */
async function lockedOut(visit, server) {
  const { pathname } = new URL(adult.person(server, 'lead').link, 'http://x');
  const page = await visit(pathname);
  await adult.at(page, 'sign-in-title');
  return page;
}

async function signsInWithNewSecrets(page, who) {
  await page.getByLabel(t('sign-in-password'), { exact: true }).fill(PASSWORD);
  await page.getByLabel(t('sign-in-code'), { exact: true }).fill(await freshCode(who.totp_secret));
  await adult.press(page, 'sign-in-go');
  await expect(page.getByRole('navigation', { name: t('views') })).toBeVisible();
}

test('who lost password and kit gets back in with two colleagues, and everybody sees it', async ({ visit, server }) => {
  const who = adult.person(server, 'lead');
  const lead = await adult.signIn(visit, server, 'lead');
  await share(lead);
  await look(lead, 'staff-40-shares');
  const deputy = await adult.signIn(visit, server, 'deputy');
  const chair = await adult.signIn(visit, server, 'chair');
  // The drill: two holders show that theirs fit, and the lead sees it.
  for (const page of [deputy, chair]) {
    await adult.go(page, 'adults');
    await page.getByRole('button', { name: `${t('regain-try')} ${who.name}` }).click();
    await expect(page.getByText(t('say-drilled')).first()).toBeAttached();
  }
  await expect(chair.locator('.shares > li', { hasText: who.name }).getByText(t('regain-fits'))).toBeVisible();
  await signsOut(lead);

  const page = await lockedOut(visit, server);
  await page.getByRole('button', { name: t('regain-link') }).click();
  await look(page, 'staff-41-regain');
  await adult.press(page, 'regain-to-sign-in');
  const asked = await asks(page, who);
  await look(page, 'staff-42-regain-asked');
  await gives(deputy, asked);
  // Another browser, another day: nothing was kept in the first one.
  const later = await lockedOut(visit, server);
  await later.getByRole('button', { name: t('regain-link') }).click();
  await adult.press(later, 'regain-asked-before');
  await look(later, 'staff-43-regain-back');
  await comesBack(later, who, asked);
  await adult.at(later, 'regain-waiting');
  await expect(later.locator('.words-row')).toHaveText(asked.words);
  await look(later, 'staff-44-regain-waiting');
  await adult.go(chair, 'audit');
  await adult.go(chair, 'adults');
  await look(chair, 'staff-45-regain-give');
  await gives(chair, asked);
  await adult.press(later, 'again');
  await comesBack(later, who, asked);
  await adult.at(later, 'regain-done');
  await look(later, 'staff-46-regain-done');
  await adult.press(later, 'sign-in-go');
  await signsInWithNewSecrets(later, who);
  // Told to everybody, and in the log.
  const head = await adult.signIn(visit, server, 'head');
  await expect(head.getByText(t('regain-used'))).toBeVisible();
  await look(head, 'staff-47-regain-told');
  await adult.go(head, 'audit');
  for (const entry of ['entry-recovery-asked', 'entry-recovered', 'entry-drilled']) {
    await expect(head.getByText(t(entry)).first()).toBeVisible();
  }
  await expect(head.getByText(t('entry-share-given'))).toHaveCount(2);
});

test('who lost the password gets back in with the kit and one colleague', async ({ visit, server }) => {
  const who = adult.person(server, 'lead');
  const lead = await adult.signIn(visit, server, 'lead');
  await share(lead);
  await signsOut(lead);
  const page = await lockedOut(visit, server);
  const asked = await asks(page, who);
  await page.getByRole('checkbox', { name: t('kit-printed') }).check();
  await adult.press(page, 'kit-go');
  await adult.at(page, 'regain-back');
  // The kit alone opens nothing.
  await comesBack(page, who, asked, who.account_secret);
  await adult.at(page, 'regain-waiting');
  await gives(await adult.signIn(visit, server, 'head'), asked);
  await adult.press(page, 'again');
  await comesBack(page, who, asked, who.account_secret);
  await adult.at(page, 'regain-done');
  await adult.press(page, 'sign-in-go');
  await signsInWithNewSecrets(page, who);
});

test('who lost the kit gets back in with two colleagues, and one who did not ask stops it', async ({ visit, server }) => {
  const who = adult.person(server, 'lead');
  const lead = await adult.signIn(visit, server, 'lead');
  await share(lead);
  const page = await lockedOut(visit, server);
  // Somebody with the lead's phone asks; the lead, who is there, sees it and stops it.
  await asks(page, who);
  await adult.go(lead, 'audit');
  await adult.go(lead, 'adults');
  await adult.press(lead, 'regain-stop');
  await expect(lead.getByText(t('say-recovery-stopped')).first()).toBeAttached();
  await expect(lead.getByRole('region', { name: t('regain-asks') })).toHaveCount(0);
  await signsOut(lead);
  // The kit is lost: the password alone does not sign in.
  const again = await lockedOut(visit, server);
  const asked = await asks(again, who);
  await gives(await adult.signIn(visit, server, 'head'), asked);
  await gives(await adult.signIn(visit, server, 'deputy'), asked);
  await again.getByRole('checkbox', { name: t('kit-printed') }).check();
  await adult.press(again, 'kit-go');
  await comesBack(again, who, asked);
  await adult.at(again, 'regain-done');
  await adult.press(again, 'sign-in-go');
  await signsInWithNewSecrets(again, who);
});

// Passkeys, with the browser's own virtual device.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { add, passkeys, plug } from '../fixtures/passkey.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.use({ named: true });

async function leave(page) {
  await page.locator('summary', { hasText: t('signed-in') }).click();
  await page.getByRole('button', { name: t('sign-out'), exact: true }).click();
  await adult.at(page, 'sign-in-title');
}

// XAM-11, P66: a passkey in place of the code, beside password and account secret; taken away, it lets nobody in.
test('an adult adds a passkey and signs in with it', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  // `look` comes before `plug`: what ends its line to the browser unplugs the device too.
  await adult.go(lead, 'own');
  await look(lead, 'staff-30-no-passkeys');
  await adult.press(lead, 'passkey-add');
  await adult.press(lead, 'passkey-make');
  await expect(lead.getByText(t('wrong-passkey-name')).first()).toBeVisible();
  await look(lead, 'staff-31-passkey-problem');
  await adult.press(lead, 'cancel');
  const device = await plug(lead);
  await add(lead, 'Office laptop');
  const { credentials } = await device.line.send('WebAuthn.getCredentials', { authenticatorId: device.authenticatorId });
  expect(credentials).toHaveLength(1);
  expect(credentials[0].rpId).toBe('localhost');
  expect(credentials[0].isResidentCredential).toBe(true);

  // A device that holds one makes no second.
  await adult.press(lead, 'passkey-add');
  await lead.getByLabel(t('passkey-name'), { exact: true }).fill('The same again');
  await adult.press(lead, 'passkey-make');
  await expect(lead.getByText(t('passkey-not-made')).first()).toBeVisible();
  await adult.press(lead, 'cancel');
  await expect(passkeys(lead).getByRole('listitem')).toHaveCount(1);

  await leave(lead);
  const who = adult.person(server, 'lead');
  const password = lead.getByLabel(t('sign-in-password'), { exact: true });
  await password.fill('a wrong password entirely');
  await adult.press(lead, 'passkey-use');
  await expect(lead.getByRole('alert')).toContainText(t('fail-sign-in'));
  await password.fill(who.password);
  await adult.press(lead, 'passkey-use');
  await expect(lead.getByRole('navigation', { name: t('views') })).toBeVisible();

  // Colleagues see that the way of signing in changed.
  const deputy = await adult.signIn(visit, server, 'deputy');
  await adult.go(deputy, 'audit');
  await expect(deputy.getByRole('row').filter({ hasText: t('entry-factor-changed') })).toHaveCount(1);

  await adult.go(lead, 'own');
  await passkeys(lead).getByRole('button', { name: `${t('passkey-remove')} Office laptop` }).click();
  await expect(passkeys(lead).getByText(t('passkeys-none'))).toBeVisible();
  await leave(lead);
  await password.fill(who.password);
  await adult.press(lead, 'passkey-use');
  await expect(lead.getByRole('alert')).toContainText(t('fail-sign-in'));
});

// A device without a passkey, or one that cannot look at who holds it: nothing is sent, and the code still works.
test('no passkey on this device says so and leaves the code', async ({ visit, server }) => {
  const who = adult.person(server, 'lead');
  const page = await visit(who.link, { clock: true });
  await adult.at(page, 'sign-in-title');
  await look(page, 'staff-33-sign-in-passkey');
  await plug(page, { isUserVerified: false });
  await adult.press(page, 'passkey-use');
  await expect(page.getByRole('alert')).toContainText(t('passkey-not-shown'));
  await adult.press(page, 'sign-in-go');
  await expect(page.getByRole('navigation', { name: t('views') })).toBeVisible();
});

test('the list of passkeys', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead');
  await plug(lead);
  await add(lead, 'Office laptop');
  await look(lead, 'staff-32-passkeys');
});

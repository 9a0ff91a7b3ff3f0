// Where forms of procurement ask for kinds of letters, whoever chooses a password is told so; nothing weaker than the default passes.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { invite } from '../fixtures/joining.js';
import { freshCode } from '../fixtures/second_factor.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.use({ flags: ['--password-rule', 'kinds'] });

// XAM-10: said before it is typed, asked for beside twelve letters and the list of common ones, and pasting works.
test('an invited adult is asked for a small letter, a capital letter and a digit', async ({ visit, server }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  const link = await invite(admin);
  const guest = await visit(link.pathname + link.hash);
  await expect(guest.getByText(t('invite-password-hint-kinds'))).toBeVisible();
  const secret = (await guest.locator('details .code').textContent()).replaceAll(' ', '');
  const box = (name) => guest.getByLabel(t(name), { exact: true });
  await box('sign-in-user').fill('n.adeyemi');
  const choose = async (password, code) => {
    await box('sign-in-password').focus();
    await guest.keyboard.insertText(password);
    await box('invite-again').fill(password);
    await box('invite-code').fill(code);
    await adult.press(guest, 'invite-go');
  };
  const refused = async (password, why) => {
    await box('sign-in-password').fill('');
    await choose(password, '123456');
    await expect(guest.getByRole('alert')).toContainText(t(why));
  };
  await refused('Aq7Bw8Cz', 'wrong-short');
  await refused('Password2026!', 'fail-weak');
  await refused('three quiet paper lanterns', 'fail-plain');
  await look(guest, 'staff-60-password-kinds');
  await box('sign-in-password').fill('');
  await choose('Three quiet paper lanterns 7', await freshCode(secret));
  await expect(guest.getByRole('checkbox', { name: t('kit-printed') })).toBeVisible();
});

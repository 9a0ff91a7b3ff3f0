// What has run out says so, and what to do next. `psql` lets the days pass: PostgreSQL only.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { accept, invite } from '../fixtures/joining.js';
import { add, passkeys, plug } from '../fixtures/passkey.js';
import { freshCode } from '../fixtures/second_factor.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

const DAY = 86_400_000;

// An invitation has a last day; after it the link opens nothing, even while its page is open.
test('an invitation whose days are over is refused, before and while it is filled in', async ({ visit, server }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  const link = await invite(admin);
  const address = link.pathname + link.hash;
  const trouble = /Failed to load resource/;
  const early = await visit(address, { trouble });
  await expect(early.getByRole('heading', { level: 1, name: t('invite-title') })).toBeVisible();

  const today = Math.floor(Date.now() / DAY);
  await server.statement(`update invite set expires_day = ${today}`);
  const last = await visit(address);
  await expect(last.getByRole('heading', { level: 1, name: t('invite-title') })).toBeVisible();

  await server.statement(`update invite set expires_day = ${today - 1}`);
  const late = await visit(address, { trouble });
  await adult.at(late, 'invite-failed');
  await expect(late.getByRole('alert')).toContainText(t('fail-invite'));
  await accept(early, { refused: true });
  await expect(early.getByRole('alert')).toContainText(t('fail-invite'));
});

// XAM-11: five minutes after the last code, taking the log out asks for a new one; what was asked for then goes on.
test('saving the log asks for a fresh code once the last one is five minutes old', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  await adult.go(lead, 'audit');
  await server.statement('update session set proved_minute = proved_minute - 5');
  await adult.press(lead, 'audit-save');
  const dialog = lead.getByRole('dialog', { name: t('proof-title') });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: t('cancel') }).click();
  await expect(lead.getByRole('alert')).toContainText(t('fail-proof'));

  await adult.press(lead, 'audit-save');
  await dialog.getByLabel(t('sign-in-code'), { exact: true }).fill('000000');
  await dialog.getByRole('button', { name: t('proof-go') }).click();
  await expect(dialog.getByText(t('wrong-code-refused')).first()).toBeVisible();
  await look(lead, 'staff-21-fresh-code');
  await dialog.getByLabel(t('sign-in-code'), { exact: true }).fill(await freshCode(adult.person(server, 'lead').totp_secret));
  const download = lead.waitForEvent('download');
  await dialog.getByRole('button', { name: t('proof-go') }).click();
  await download;
  await expect(dialog).toBeHidden();
  await adult.go(lead, 'adults');
  await adult.go(lead, 'audit');
  await expect(lead.getByRole('row').filter({ hasText: t('entry-exported') })).toHaveCount(1);
});

test.describe('on a page with a name', () => {
  test.use({ named: true });

  // XAM-11: the fresh second factor may be a passkey; taking a passkey away asks for one.
  test('a passkey is the fresh second factor', async ({ visit, server }) => {
    const lead = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
    await plug(lead);
    await add(lead, 'Office laptop');
    await server.statement('update session set proved_minute = proved_minute - 5');
    await passkeys(lead).getByRole('button', { name: `${t('passkey-remove')} Office laptop` }).click();
    const dialog = lead.getByRole('dialog', { name: t('proof-title') });
    await dialog.getByRole('button', { name: t('passkey-use') }).click();
    await expect(dialog).toBeHidden();
    await expect(passkeys(lead).getByText(t('passkeys-none'))).toBeVisible();

    await server.statement('update session set proved_minute = proved_minute - 5');
    await adult.press(lead, 'passkey-add');
    await lead.getByLabel(t('passkey-name'), { exact: true }).fill('Another');
    await adult.press(lead, 'passkey-make');
    await expect(dialog).toBeVisible();
    await look(lead, 'staff-34-fresh-passkey');
  });
});

// What has run out says so, and what to do next. `psql` lets the days pass: PostgreSQL only.

import * as adult from '../fixtures/adult.js';
import { accept, invite } from '../fixtures/joining.js';
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

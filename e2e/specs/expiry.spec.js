// How long cases stay. The weeks before were lived through by the demo's people (`sotto-demo make --scene expiring`).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.use({ scene: 'expiring' });
test.describe.configure({ timeout: 300_000 });

const DAY = 86_400_000;
const short = (days) => new Date(Date.now() + days * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const keeping = (page) => page.getByRole('region', { name: t('hold-title') });

/** Unfolds the closed cases. */
const closed = (page) => page.locator('summary', { hasText: t('lane-closed') }).click();

// schools.md 3e: moved to the school's own record, confirmed; what no timer may destroy stays all the same.
test('a referred case waits for the other record, and a concern about an adult stays', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead');
  const confirm = async (title) => {
    await closed(lead);
    await adult.open(lead, 'reason-follow-up', title);
    await expect(keeping(lead).getByText(t('hold-stays'))).toBeVisible();
    await keeping(lead).getByText(t('moved-title')).click();
    await keeping(lead).getByRole('button', { name: t('moved-go') }).click();
    await expect(keeping(lead).getByRole('alert')).toContainText(t('wrong-record'));
    await keeping(lead).getByLabel(t('moved-label')).fill('Child protection file 2026/114');
    await keeping(lead).getByRole('button', { name: t('moved-go') }).click();
    await expect(keeping(lead).getByText('Child protection file 2026/114')).toBeVisible();
  };
  await confirm('No coat');
  await expect(keeping(lead).getByText(t('hold-goes'))).toBeVisible();
  await expect(keeping(lead)).toContainText(short(90));
  await look(lead, 'staff-33-moved');
  await adult.go(lead, 'board');
  await confirm('Lunch helper');
  await expect(keeping(lead).getByText(t('hold-stays'))).toBeVisible();
});

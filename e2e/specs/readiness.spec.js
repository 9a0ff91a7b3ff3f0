// Readiness: what admins see of their server, with what only a browser can see; unknown is never a pass (IMP-C2, XAM-8).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

const part = (page, name) => page.getByRole('region', { name: t(name) });

async function ready(page) {
  await adult.go(page, 'ready');
  await adult.at(page, 'ready');
  await expect(page.getByText(/^tls$/i)).toBeVisible();
}

// IMP-C2, XAM-8, XAM-15
test('an admin sees what to mend, what to find out and what is well', async ({ visit, server }) => {
  test.setTimeout(240_000);
  const admin = await adult.signIn(visit, server, 'admin');
  await ready(admin);
  await expect(part(admin, 'ready-fail')).toContainText('backup');
  await expect(part(admin, 'ready-unknown')).toContainText(t('ready-tls-here'));
  await expect(part(admin, 'ready-pass')).toContainText(t('ready-headers-good'));
  await expect(part(admin, 'ready-pass')).toContainText('database');
  await look(admin, 'readiness-1');
  const lead = await adult.signIn(visit, server, 'lead');
  await expect(lead.getByRole('navigation', { name: t('views') }).getByRole('button', { name: t('ready') })).toHaveCount(0);
});

// XAM-8: a proxy that takes a header away is seen.
test('a header lost on the way fails, by name', async ({ visit, server }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  await admin.route(/\/staff$/, async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['x-content-type-options'];
    await route.fulfill({ response: answer, headers });
  });
  await ready(admin);
  await expect(part(admin, 'ready-fail')).toContainText('x-content-type-options');
  await admin.unroute(/\/staff$/);
  await adult.press(admin, 'ready-again');
  await expect(part(admin, 'ready-pass')).toContainText(t('ready-headers-good'));
});

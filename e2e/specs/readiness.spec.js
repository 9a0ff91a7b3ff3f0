// Readiness: what admins see of their server, with what only a browser can see; unknown is never a pass (IMP-C2, XAM-8).
// Copies and the restore drill: what every adult sees of them (XAM-16).

import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

// XAM-16: nothing is claimed before it was done; the one command is there; the result appears, good or bad; why it failed is
// for administrators.
test('adults see copies made and tried, and a drill that failed', async ({ visit, server }) => {
  test.setTimeout(300_000);
  const copies = (page) => part(page, 'copies');
  const line = (page, name) => copies(page).getByRole('listitem').filter({ hasText: t(name) });
  const looked = async (page, view) => {
    await adult.go(page, view);
    await adult.at(page, view);
    await expect(line(page, 'copies-drill')).toBeVisible();
  };
  const place = await mkdtemp(join(tmpdir(), 'sotto-e2e-copies-'));
  const backups = join(place, 'backups');
  try {
    const admin = await adult.signIn(visit, server, 'admin');
    await looked(admin, 'ready');
    await expect(line(admin, 'copies-drill')).toContainText(t('drill-never'));
    await expect(line(admin, 'copies-backup')).toContainText(t('copies-none'));
    await expect(copies(admin).getByText(t('copies-good'), { exact: true })).toHaveCount(0);
    await expect(copies(admin)).toContainText('sotto restore --drill PLACE');
    await look(admin, 'copies-1-never');

    await server.beside('backup', backups);
    await server.beside('backup', '--shred', join(place, 'keys'));
    await server.beside('restore', '--drill', backups);
    const head = await adult.signIn(visit, server, 'head');
    await looked(head, 'audit');
    await expect(copies(head).getByText(t('copies-good'), { exact: true })).toHaveCount(3);
    await expect(line(head, 'copies-drill')).toContainText('came back whole');
    await look(head, 'copies-2-well');

    const [backup] = await readdir(backups);
    await appendFile(join(backups, backup, 'envelope.rows'), 'x');
    await expect(server.beside('restore', '--drill', backups)).rejects.toThrow();
    await adult.go(head, 'posters');
    await adult.at(head, 'posters');
    await looked(head, 'audit');
    await expect(line(head, 'copies-drill')).toContainText(t('ready-fail'));
    await expect(line(head, 'copies-drill')).not.toContainText('damaged');
    await adult.press(admin, 'ready-again');
    await expect(line(admin, 'copies-drill')).toContainText('the backup is damaged');
    await look(admin, 'copies-3-failed');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

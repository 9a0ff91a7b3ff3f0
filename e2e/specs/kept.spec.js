// The public page "what we keep": under the strict policy, readable by everyone, and true to how this server runs (IMP-C6).

import { look } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

const OPERATOR = 'Thornmere Trust IT, data office';

test.use({ flags: ['--operator', OPERATOR, '--stands-in', 'Leeds, England', '--session-hours', '3'] });

test('it says what this server does, not what servers do', async ({ visit, server, home, wire }) => {
  const page = await visit(`${home}/kept`);
  await expect(page.getByRole('heading', { level: 1, name: t('kept-title') })).toBeVisible();
  await expect(page.getByText(OPERATOR)).toBeVisible();
  await expect(page.getByText('Leeds, England')).toBeVisible();
  // Not stated: said plainly, not left out.
  await expect(page.getByText(t('kept-backups-in-missing'))).toBeVisible();
  await expect(page.getByText(t('kept-stands-missing'))).toBeHidden();
  // Nothing was destroyed, copied or tried here yet.
  for (const missing of ['kept-destruction-missing', 'kept-backup-missing', 'kept-drill-missing']) await expect(page.getByText(t(missing))).toBeVisible();
  // The readers of the signed list, and nobody else.
  const names = await page.locator('#readers').getByRole('listitem').allTextContents();
  const readers = server.demo.people.filter(({ role }) => role !== 'admin').map(({ name }) => name);
  expect(names.length).toBe(readers.length);
  for (const name of readers) expect(names.some((line) => line.startsWith(name)), name).toBe(true);
  // Each class with its lifetime; where a setting decides, the setting's number.
  await expect(page.locator('#class-sessions')).toContainText('3 hours');
  const data = await (await fetch(`${wire.origin}/api/v1/schools/thornmere/kept`)).json();
  await expect(page.locator('section.step')).toHaveCount(data.classes.length);
  for (const one of data.classes) await expect(page.locator(`#class-${one.id}`)).toContainText(one.lifetime);
  await look(page, 'kept-01');
});

test('it is complete without script, and without the school’s half', async ({ visit, home, wire }) => {
  let page = await visit(`${home}/kept`, { javaScriptEnabled: false });
  await expect(page.getByRole('heading', { level: 2, name: t('kept-what') })).toBeVisible();
  await expect(page.locator('#live')).toBeHidden();
  await expect(page.locator('noscript p')).toHaveText(t('kept-no-script'));
  expect(await page.locator('section.step').count()).toBeGreaterThan(10);
  await page.screenshot({ path: 'results/shots/kept-02-no-script-1280-light.png', fullPage: true });
  wire.cut('/api/v1/schools/thornmere/kept');
  page = await visit(`${home}/kept`, { trouble: /./ });
  await expect(page.getByText(t('kept-offline'))).toBeVisible();
  await look(page, 'kept-03-offline');
});

test('it has the same policy as every page, and is found from the pupil’s', async ({ visit, home, wire }) => {
  const answer = await fetch(`${wire.origin}${home}/kept`);
  const policy = answer.headers.get('content-security-policy');
  for (const part of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe-inline');
  expect(answer.headers.get('set-cookie')).toBeNull();
  // The same bytes whoever asks, and from wherever.
  const elsewhere = await fetch(`${wire.origin}/kept`);
  expect(await elsewhere.text()).toBe(await answer.text());
  const page = await visit(`${home}/kept`);
  await expect(page.locator('#live')).toBeVisible();
  await page.locator('#back').click();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  await page.locator(`a[href$="/kept"]`).first().click();
  await expect(page.getByRole('heading', { level: 1, name: t('kept-title') })).toBeVisible();
});

// A backup that was made and tried shows, with its day.
test('what was done to keep it shows with its day', async ({ visit, server, home }) => {
  await server.away('backup', `${server.data}-copies`);
  const page = await visit(`${home}/kept`);
  await expect(page.getByText(t('kept-backup'))).toContainText(new Date().toISOString().slice(0, 10));
  await expect(page.getByText(t('kept-drill-missing'))).toBeVisible();
});

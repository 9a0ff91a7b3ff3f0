// What an administrator changes of a school, what pupils and the public then read, and two who change it at once.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.describe.configure({ timeout: 240_000 });

const box = (page, name) => page.getByLabel(t(name), { exact: true });
const save = (page) => adult.press(page, 'settings-go');
const saved = (page) => expect(page.getByRole('main').getByText(t('say-settings'), { exact: true })).toBeVisible();

async function settings(page) {
  await adult.go(page, 'settings');
  await adult.at(page, 'settings');
}

/** A second browser of the same administrator. */
async function elsewhere(visit, server) {
  const who = adult.person(server, 'admin');
  const page = await visit(who.link, { clock: true, trouble: /Failed to load resource/ });
  await adult.at(page, 'sign-in-title');
  await adult.signInAgain(page, who);
  return page;
}

// XAM-2, XAM-3: changed on one screen; pupils are promised the new hours, everyone reads who answers, the log says who did it.
test('an admin changes the school, and pupils and the public read it', async ({ visit, server, home }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  await settings(admin);
  await expect(box(admin, 'set-name')).toHaveValue('Thornmere School');
  await look(admin, 'settings-1');

  // Wrong values are named beside their boxes, and nothing typed is lost.
  await box(admin, 'set-name').fill('Thornmere Upper School');
  await box(admin, 'set-officer').fill('');
  await box(admin, 'set-controller').fill('Thornmere Trust, ZA000000');
  await save(admin);
  await expect(admin.getByRole('alert')).toContainText(t('wrong-contact'));
  await expect(box(admin, 'set-officer')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(admin, 'set-name')).toHaveValue('Thornmere Upper School');
  await expect(box(admin, 'set-controller')).toHaveValue('Thornmere Trust, ZA000000');
  await box(admin, 'set-officer').fill('Bo Data, dpo@thornmere.example');
  await box(admin, 'set-complaints').fill('The office; then the regulator');

  // One day a week, some minutes after seven, and a holiday before it.
  const days = t('weekdays').split(' ');
  const chosen = (new Date().getUTCDay() + 2) % 7; // Three days from now, counted from Monday.
  for (const [at, day] of days.entries()) await admin.getByRole('checkbox', { name: day }).setChecked(at === chosen);
  const time = (part) => admin.getByLabel(t(part)).filter({ visible: true });
  await expect(time('set-from')).toHaveCount(1);
  await time('set-from').fill('16:00');
  await time('set-to').fill('07:40');
  await save(admin);
  await expect(admin.getByRole('alert')).toContainText(t('wrong-hours'));
  await time('set-from').fill('07:11');
  await adult.press(admin, 'set-closed-more');
  await box(admin, 'set-closed-first').fill('2031-12-20');
  await box(admin, 'set-closed-last').fill('2031-12-19');
  await save(admin);
  await expect(admin.getByRole('alert')).toContainText('2031-12-20 – 2031-12-19');
  await look(admin, 'settings-2-wrong');
  await box(admin, 'set-closed-last').fill('2032-01-02');
  await save(admin);
  await saved(admin);

  const page = await visit(home);
  await pupil.ready(page, 'Thornmere Upper School');
  await expect(page.locator('#next-look')).toContainText('7:11');
  const kept = await visit(`${home}/kept`);
  for (const words of ['Thornmere Trust, ZA000000', 'Bo Data, dpo@thornmere.example', 'The office; then the regulator']) {
    await expect(kept.getByText(words)).toBeVisible();
  }

  // Whoever reads sees it all and changes nothing.
  const lead = await adult.signIn(visit, server, 'lead');
  await settings(lead);
  await expect(lead.getByText('Thornmere Upper School', { exact: true })).toBeVisible();
  await expect(lead.getByText(`${days[chosen]} 07:11 – 07:40`)).toBeVisible();
  await expect(lead.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(lead.getByRole('button', { name: t('settings-go'), exact: true })).toHaveCount(0);
  await look(lead, 'settings-3-reader');
  await adult.go(lead, 'audit');
  const row = lead.getByRole('table').getByRole('row').filter({ hasText: t('entry-settings') });
  await expect(row).toHaveCount(1);

  // A holiday is taken away again.
  await admin.getByRole('button', { name: t('set-closed-remove-which') }).click();
  await expect(box(admin, 'set-closed-first')).toHaveCount(0);
  await save(admin);
  await saved(admin);
});

// Two at once: what only one of them changed is kept, what both changed is shown, and nobody is overwritten unseen.
test('two who change the settings at once do not overwrite one another', async ({ visit, server }) => {
  const one = await adult.signIn(visit, server, 'admin');
  const other = await elsewhere(visit, server);
  for (const page of [one, other]) await settings(page);
  await box(one, 'set-name').fill('Thornmere North');
  await box(one, 'set-officer').fill('Bo Data');
  await save(one);
  await saved(one);

  await box(other, 'set-name').fill('Thornmere South');
  await box(other, 'set-complaints').fill('The chair of governors');
  await save(other);
  await expect(other.getByText(t('settings-meanwhile'))).toBeVisible();
  await expect(other.getByText('Thornmere North').first()).toBeVisible();
  await expect(box(other, 'set-name')).toHaveValue('Thornmere South');
  await expect(box(other, 'set-officer')).toHaveValue('Bo Data');
  await expect(box(other, 'set-complaints')).toHaveValue('The chair of governors');
  await look(other, 'settings-4-meanwhile');
  await save(other);
  await saved(other);

  await adult.go(one, 'adults');
  await settings(one);
  await expect(box(one, 'set-name')).toHaveValue('Thornmere South');
  await expect(box(one, 'set-officer')).toHaveValue('Bo Data');
  await expect(box(one, 'set-complaints')).toHaveValue('The chair of governors');
});

// Who can read, and how that changes: invited, keys made at home, signed by two, shown to pupils; and ended at once.

import * as adult from '../fixtures/adult.js';
import { NAME, accept, invite, sign } from '../fixtures/joining.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

async function readersOf(visit, home) {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.at(page, 'readers-title');
  const names = await page.locator('.reader-name').allTextContents();
  await page.close();
  return names;
}

// 2d.8: a reader is made by an invitation and two root keys, and by nothing less.
test('an invited reader reads once enough have met them and signed', async ({ visit, server, home }) => {
  test.slow();
  const admin = await adult.signIn(visit, server, 'admin');
  const link = await invite(admin);

  const guest = await visit(link.pathname + link.hash);
  expect(guest.url()).not.toContain('#');
  const who = await accept(guest);
  await adult.press(guest, 'kit-go');
  await expect(guest.getByRole('alert')).toContainText(t('wrong-printed'));
  await guest.getByRole('checkbox', { name: t('kit-printed') }).check();
  await adult.press(guest, 'kit-go');
  await adult.at(guest, 'sign-in-title');
  await adult.signInAgain(guest, who);
  await adult.at(guest, 'adults');
  await expect(guest.getByRole('row', { name: NAME })).toContainText(t('state-waiting'));
  const words = (await guest.getByRole('row', { name: NAME }).locator('.keywords').textContent()).trim();

  await adult.go(admin, 'audit');
  await adult.go(admin, 'adults');
  // The usual way: two signatures, and 48 hours in which everyone can see it coming.
  await expect(admin.getByText(t('draft-wait'))).toBeVisible();
  // At once takes one signature more.
  await adult.press(admin, 'draft-make-soon');
  await expect(admin.getByText(t('draft-adds'))).toBeVisible();
  await expect(admin.getByRole('img', { name: 'Needs 3 more' })).toBeVisible();
  expect(await readersOf(visit, home)).not.toContain(NAME);

  // One signature is not enough, not even given twice; somebody without a root key gives none.
  const lead = await adult.signIn(visit, server, 'lead');
  await adult.go(lead, 'adults');
  const compared = (await lead.locator('.words-row').textContent()).replaceAll(/\s/g, '');
  expect(compared).toBe(words.replaceAll(/\s/g, ''));
  // Nobody signs a key they have not compared face to face.
  await adult.press(lead, 'draft-sign');
  await expect(lead.getByText(t('wrong-compared')).first()).toBeVisible();
  await sign(lead);
  await expect(lead.getByRole('img', { name: 'Needs 2 more' })).toBeVisible();
  const chair = await adult.signIn(visit, server, 'chair');
  await adult.go(chair, 'adults');
  await chair.getByRole('checkbox', { name: t('draft-compared') }).check();
  await chair.getByLabel(t('root-key')).fill('ABCD-EFGH-ABCD-EFGH');
  await adult.press(chair, 'draft-sign');
  await expect(chair.getByText(t('fail-root-key')).first()).toBeVisible();
  expect(await readersOf(visit, home)).not.toContain(NAME);

  const deputy = await adult.signIn(visit, server, 'deputy');
  await sign(deputy);
  expect(await readersOf(visit, home)).not.toContain(NAME);
  const head = await adult.signIn(visit, server, 'head');
  await sign(head);
  await expect(head.getByRole('row', { name: NAME })).toContainText(t('state-reads'));
  expect(await readersOf(visit, home)).toContain(NAME);

  // Ending somebody works at once, for pupils and for the person.
  await adult.go(admin, 'audit');
  await adult.go(admin, 'adults');
  await admin.getByRole('button', { name: `${t('end')} ${NAME}` }).click();
  await adult.press(admin, 'end-go');
  await expect(admin.getByText(t('wrong-rationale'))).toBeVisible();
  await admin.getByLabel(t('end-reason')).fill('Left the school.');
  await adult.press(admin, 'end-go');
  await expect(admin.getByRole('row', { name: NAME })).toContainText(t('state-ended'));
  expect(await readersOf(visit, home)).not.toContain(NAME);
});

// The code that proved the phone is also good for the first sign-in: nobody is refused for being quick. Then it is used.
test('an invited adult signs in at once with the code still on the phone', async ({ visit, server }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  const link = await invite(admin);
  const guest = await visit(link.pathname + link.hash, { trouble: /Failed to load resource/ });
  const who = await accept(guest);
  await guest.getByRole('checkbox', { name: t('kit-printed') }).check();
  await adult.press(guest, 'kit-go');
  await adult.at(guest, 'sign-in-title');
  await guest.getByLabel(t('sign-in-password'), { exact: true }).fill(who.password);
  await guest.getByLabel(t('sign-in-code'), { exact: true }).fill(who.code);
  await adult.press(guest, 'sign-in-go');
  await adult.at(guest, 'adults');
});

// 2d.8: whoever is ended is out at once; their session dies under their hands.
test('an ended adult is signed out', async ({ visit, server, home }) => {
  const deputy = await adult.signIn(visit, server, 'deputy', { trouble: /Failed to load resource/ });
  const admin = await adult.signIn(visit, server, 'admin');
  await admin.getByRole('button', { name: `${t('end')} Mr Tunde Adeyemi` }).click();
  await admin.getByLabel(t('end-reason')).fill('Left the school.');
  await adult.press(admin, 'end-go');
  await expect(admin.getByRole('row', { name: 'Mr Tunde Adeyemi' })).toContainText(t('state-ended'));
  await adult.go(deputy, 'audit');
  await adult.at(deputy, 'ended-title');
  expect(await readersOf(visit, home)).toEqual(['Ms Priya Kaur']);
});

// An invitation works once, can be taken back, and nothing else is an invitation.
test('a used, withdrawn or invented invitation says so', async ({ visit, server }) => {
  const admin = await adult.signIn(visit, server, 'admin');
  const link = await invite(admin);
  const trouble = /Failed to load resource/;
  const first = await visit(link.pathname + link.hash);
  await accept(first);
  const refused = async (hash) => {
    const page = await visit(link.pathname + hash, { trouble });
    await adult.at(page, 'invite-failed');
    await expect(page.getByRole('alert')).toContainText(t('fail-invite'));
  };
  await refused(link.hash);
  await refused(`#invite=${'A'.repeat(43)}`);
  await adult.press(admin, 'invite-passed');
  // The list that was on the screen still names the used invitation: have it come again.
  const cancel = admin.getByRole('button', { name: `${t('invite-cancel')} ${NAME}` });
  await adult.go(admin, 'audit');
  await adult.go(admin, 'adults');
  await expect(cancel).toHaveCount(0);
  const second = await invite(admin);
  await expect(cancel).toHaveCount(1);
  await cancel.click();
  await expect(cancel).toHaveCount(0);
  await refused(second.hash);
});

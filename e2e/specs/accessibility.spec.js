// Every screen of both sides: axe finds nothing and nothing scrolls sideways, at 360 and 1280 px, light and dark (P16).
// The pictures land in `results/shots`, for eyes.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { freshCode } from '../fixtures/second_factor.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as s } from '../fixtures/words.js';

test.describe.configure({ timeout: 420_000 });

const open = (page) => page.evaluate(() => document.querySelectorAll('main details').forEach((fold) => { fold.open = true; }));

test('the pupil’s screens before sending', async ({ visit, server }) => {
  const page = await visit(server.demo.poster_path);
  await pupil.ready(page);
  await look(page, 'pupil-01-landing');
  await open(page);
  await look(page, 'pupil-02-landing-open');
  await page.getByRole('link', { name: p('door-help') }).first().click();
  await open(page);
  await look(page, 'pupil-03-help');
  await page.getByRole('link', { name: p('help-tell') }).click();
  await pupil.at(page, 'danger-title');
  await look(page, 'pupil-04-danger');
  await pupil.press(page, 'step-next');
  await look(page, 'pupil-05-danger-problem');
  await pupil.danger(page, 'danger-not-sure');
  await pupil.at(page, 'calls-title');
  await look(page, 'pupil-06-calls');
  await pupil.press(page, 'step-back');
  await pupil.danger(page, 'danger-no');
  await pupil.at(page, 'about-title');
  await look(page, 'pupil-07-about');
  await pupil.about(page, 'about-me');
  await pupil.at(page, 'what-title');
  await look(page, 'pupil-08-what');
  await pupil.press(page, 'what-more');
  await page.getByRole('checkbox', { name: p('category-weapon') }).check();
  await look(page, 'pupil-09-what-more');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'sooner-title');
  await look(page, 'pupil-10-sooner');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'readers-title');
  await pupil.press(page, 'readers-other');
  await page.getByRole('checkbox', { name: `${p('readers-out')} Mr Tunde Adeyemi` }).check();
  await look(page, 'pupil-11-readers');
  await pupil.press(page, 'step-next');
  await pupil.device(page, 'device-school');
  await pupil.at(page, 'words-title');
  await page.getByRole('button', { name: p('words-where') }).click();
  await page.getByRole('textbox').fill('A boy in my year showed a knife on the bus.\nHe said it was a joke. I do not think so.');
  await look(page, 'pupil-12-words');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'check-title');
  await look(page, 'pupil-13-check');
});

test('the pupil’s screens from sending on', async ({ visit, server, home }) => {
  const page = await visit(home);
  await pupil.fill(page);
  await pupil.sendButton(page).click();
  const code = await pupil.receipt(page);
  await look(page, 'pupil-14-sent');
  await pupil.typeBack(page, code);
  await pupil.at(page, 'done-title');
  await look(page, 'pupil-15-done');
  await pupil.press(page, 'done-start');
  await page.getByRole('link', { name: p('way-title') }).click();
  await pupil.at(page, 'return-title');
  await page.getByRole('textbox').fill(`${code.slice(0, 6).join(' ')} lantxrn`);
  await pupil.press(page, 'return-go');
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'pupil-16-return-problem');
  await page.getByRole('textbox').fill(code.join(' '));
  await pupil.press(page, 'return-go');
  await pupil.at(page, 'mailbox-sent-title');
  await look(page, 'pupil-17-mailbox-sent');

  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await adult.reply(lead, 'Thank you for telling us. When does it happen most?', { asks: true });
  await pupil.press(page, 'mailbox-close');
  await pupil.comeBack(page, code);
  await pupil.at(page, 'mailbox-question-title');
  await open(page);
  await page.getByRole('button', { name: p('own-show') }).click();
  await look(page, 'pupil-18-mailbox-question');
  await pupil.press(page, 'also-person');
  await look(page, 'pupil-19-mailbox-another-adult');
  await pupil.press(page, 'also-never-mind');
  await pupil.press(page, 'also-withdraw');
  await page.getByRole('button', { name: p('withdraw-go'), exact: true }).click();
  await pupil.at(page, 'mailbox-withdrawn-title');
  await look(page, 'pupil-20-mailbox-withdrawn');
});

test('the pupil’s screens when something is wrong', async ({ visit, home, wire }) => {
  const trouble = /./;
  let page = await visit(home, { javaScriptEnabled: false });
  await page.screenshot({ path: 'results/shots/pupil-21-no-script-1280-light.png', fullPage: true });
  await page.close();
  wire.cut('/assets/reporter.');
  page = await visit(home, { trouble });
  await page.getByRole('link', { name: p('door-tell') }).click();
  await look(page, 'pupil-22-cannot-run');
  wire.mend('/assets/reporter.');
  page = await visit(`${home}#k=${'A'.repeat(43)}&v=1`);
  await page.getByRole('link', { name: p('door-tell') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'pupil-23-wrong-list');
  page = await visit(home, { trouble });
  await pupil.fill(page);
  wire.cut('/api/v1/schools/thornmere');
  await pupil.sendButton(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'pupil-24-not-sent');
});

test.describe('staff', () => {
  test.use({ scene: 'full' });

  test('the reader’s screens', async ({ visit, server }) => {
    const page = await visit(adult.person(server, 'lead').link, { clock: true });
    await adult.at(page, 'sign-in-title');
    await look(page, 'staff-01-sign-in');
    await adult.press(page, 'sign-in-go');
    await expect(page.locator('.b-open').first()).toBeVisible();
    await open(page);
    await look(page, 'staff-02-board');
    await adult.go(page, 'lane-eyes');
    await look(page, 'staff-03-needs-eyes');
    await adult.go(page, 'mine');
    await look(page, 'staff-04-mine');
    await adult.go(page, 'board');
    await page.locator('.b-open').first().click();
    const dialog = page.getByRole('dialog', { name: s('open-title') });
    await dialog.getByRole('radio', { name: s('reason-other') }).check();
    await dialog.getByRole('button', { name: s('open-go') }).click();
    await look(page, 'staff-05-open-reason');
    await adult.give(page, 'reason-on-duty');
    await look(page, 'staff-06-case');
    await page.locator('.main details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    await page.getByRole('textbox', { name: s('reply-label') }).fill('Thank you for telling us. You did the right thing.');
    await page.getByRole('textbox', { name: s('note-label') }).fill('Rang home, no answer.');
    await adult.press(page, 'reply-send');
    await look(page, 'staff-07-case-working');
    await adult.press(page, 'undo');
    await adult.press(page, 'case-close');
    await adult.press(page, 'close-go');
    await look(page, 'staff-08-case-closing');
    await adult.go(page, 'audit');
    await expect(page.getByRole('heading', { name: s('audit-good-title') })).toBeVisible();
    await look(page, 'staff-09-audit');
    await adult.go(page, 'adults');
    await expect(page.getByRole('table')).toBeVisible();
    await look(page, 'staff-10-adults');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: s('keys-title') })).toBeVisible();
    await look(page, 'staff-11-keys');
    await page.keyboard.press('Escape');
    await page.clock.fastForward(950_000);
    await adult.at(page, 'locked-title');
    await look(page, 'staff-12-locked');
  });

  test('the screens of an admin and of somebody invited', async ({ visit, server }) => {
    const admin = await adult.signIn(visit, server, 'admin');
    await expect(admin.getByRole('table')).toBeVisible();
    const form = admin.getByRole('region', { name: s('invite'), exact: true });
    await form.getByRole('button', { name: s('invite-make') }).click();
    await expect(form.getByRole('alert')).toBeVisible();
    await form.getByLabel(s('name'), { exact: true }).fill('Miss Ada Okoro');
    await form.getByRole('button', { name: s('invite-make') }).click();
    await expect(form.getByLabel(s('invite-link'))).toBeVisible();
    await look(admin, 'staff-13-invite');
    const link = new URL(await form.getByLabel(s('invite-link')).inputValue());

    const guest = await visit(link.pathname + link.hash);
    await expect(guest.getByRole('heading', { level: 1, name: s('invite-title') })).toBeVisible();
    await open(guest);
    await look(guest, 'staff-14-invited');
    const secret = (await guest.locator('details .code').textContent()).replaceAll(' ', '');
    await guest.getByLabel(s('sign-in-user')).fill('a.okoro');
    await guest.getByLabel(s('sign-in-password'), { exact: true }).fill('three quiet paper lanterns');
    await guest.getByLabel(s('invite-again')).fill('three quiet paper lanterns');
    await guest.getByLabel(s('invite-code')).fill(await freshCode(secret));
    await adult.press(guest, 'invite-go');
    await expect(guest.getByRole('heading', { level: 1, name: s('kit-title') })).toBeVisible();
    await look(guest, 'staff-15-kit');

    await adult.go(admin, 'audit');
    await expect(admin.getByRole('heading', { name: s('audit-good-title') })).toBeVisible();
    await adult.go(admin, 'adults');
    await adult.press(admin, 'draft-make');
    await expect(admin.getByText(s('draft-adds'))).toBeVisible();
    await look(admin, 'staff-16-draft');
    await admin.getByRole('button', { name: new RegExp(`^${s('end')} `) }).first().click();
    await adult.press(admin, 'end-go');
    await look(admin, 'staff-17-end-access');
    const lost = await visit(`/s/thornmere/staff#invite=${'A'.repeat(43)}`, { trouble: /./ });
    await adult.at(lost, 'invite-failed');
    await look(lost, 'staff-18-invitation-refused');
  });

  test('the screens of one’s own sign-in', async ({ visit, server }) => {
    const page = await adult.signIn(visit, server, 'lead');
    await adult.go(page, 'own');
    await adult.press(page, 'session-name');
    await page.getByLabel(s('session-name-label'), { exact: true }).fill('Office laptop');
    await adult.press(page, 'everywhere');
    await look(page, 'staff-19-own-sign-in');
    await adult.press(page, 'codes-renew');
    await expect(page.locator('.code-card .code')).toHaveCount(10);
    await adult.press(page, 'codes-done');
    await look(page, 'staff-20-recovery-codes');
  });
});

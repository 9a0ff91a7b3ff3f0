// The staff page, one habit of it at a time.

import * as adult from '../fixtures/adult.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

const TEXT = 'The changing room door does not lock.';

async function reported({ visit, home }) {
  const page = await visit(home);
  const code = await pupil.report(page, { text: TEXT });
  await page.close();
  return code;
}

// XAM-10: what is missing is named; what does not fit is not told apart; the demo's own code is accepted once.
test('a wrong sign-in says that something does not fit, and never what', async ({ visit, server }) => {
  const page = await visit('/s/thornmere/staff', { trouble: /Failed to load resource/ });
  await adult.at(page, 'sign-in-title');
  await adult.press(page, 'sign-in-go');
  const alert = page.getByRole('alert');
  for (const problem of ['wrong-user', 'wrong-password', 'wrong-secret', 'wrong-code']) await expect(alert).toContainText(t(problem));
  const who = adult.person(server, 'lead');
  const box = (name) => page.getByLabel(t(name), { exact: true });
  await box('sign-in-user').fill(who.user);
  await box('sign-in-password').fill('a wrong password entirely');
  await box('sign-in-secret').fill(who.account_secret);
  await box('sign-in-code').fill('123456');
  await adult.press(page, 'sign-in-go');
  await expect(alert).toContainText(t('fail-sign-in'));
  await box('sign-in-secret').fill('ABCD-EFGH');
  await box('sign-in-code').fill('123456');
  await adult.press(page, 'sign-in-go');
  await expect(alert).toContainText(t('fail-secret'));
});

// The 64 MiB that stretching takes are given back: a second worker gets the password and is ended. A page without one still signs in.
for (const nested of [true, false]) {
  test(`a password is stretched ${nested ? 'in a worker that ends' : 'in place where no worker starts another'}`, async ({ visit, server }) => {
    const page = await visit(adult.person(server, 'lead').link, { clock: true });
    await adult.at(page, 'sign-in-title');
    await expect.poll(() => page.workers().length).toBe(1);
    await page.workers()[0].evaluate((allowed) => {
      const Real = self.Worker;
      self.counted = { started: 0, ended: 0 };
      self.Worker = class {
        constructor(url, options) {
          self.counted.started += 1;
          if (!allowed) throw new Error('no workers here');
          const worker = new Real(url, options);
          worker.terminate = () => {
            self.counted.ended += 1;
            Real.prototype.terminate.call(worker);
          };
          return worker;
        }
      };
    }, nested);
    await adult.press(page, 'sign-in-go');
    await expect(page.getByRole('navigation', { name: t('views') })).toBeVisible();
    expect(await page.workers()[0].evaluate(() => self.counted)).toEqual({ started: 1, ended: nested ? 1 : 0 });
  });
}

// 2d, XAM-12: nothing opens without a reason, and "something else" has to be written down.
test('opening needs a reason', async ({ visit, server, home, wire }) => {
  await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead');
  await adult.rows(page).click();
  const dialog = page.getByRole('dialog', { name: t('open-title') });
  await expect(dialog).toContainText(t('open-will-log'));
  await dialog.getByRole('radio', { name: t('reason-other') }).check();
  const before = wire.exchanges.length;
  await dialog.getByRole('button', { name: t('open-go') }).click();
  await expect(dialog.getByRole('alert')).toContainText(t('wrong-detail'));
  expect(wire.asked(before)).toEqual([]);
  await dialog.getByLabel(t('open-detail')).fill('The caretaker asked me to look.');
  await dialog.getByRole('button', { name: t('open-go') }).click();
  await expect(page.getByText(TEXT)).toBeVisible();
  await expect(page.getByText(t('chip-logged'))).toBeVisible();
});

// S3: a question with answers to tap, by keyboard alone on the pupil's side. A tap fills the box and sends nothing.
test('a pupil taps an answer, adds words and sends both', async ({ visit, server, wire }) => {
  let page = await visit(server.demo.poster_path);
  const code = await pupil.report(page);
  await page.close();
  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await lead.getByRole('checkbox', { name: t('reply-asks') }).check();
  await lead.getByRole('textbox', { name: t('answers-label') }).fill('Yes');
  await lead.getByRole('textbox', { name: t('reply-label') }).fill('Is it still happening?');
  await adult.press(lead, 'reply-send');
  await expect(lead.getByText(t('wrong-answers'))).toBeVisible();
  await lead.getByRole('button', { name: t('answers-yes') }).click();
  await lead.screenshot({ path: 'results/shots/staff-answers-1280-light.png' });
  await adult.press(lead, 'reply-send');
  await adult.leave(lead);
  await expect(lead.getByText(t('answers-given'))).toBeVisible();

  page = await visit(server.demo.poster_path, { viewport: { width: 320, height: 700 } });
  await pupil.comeBack(page, code);
  await expect(page.getByRole('group', { name: p('answer-tap') }).getByRole('button')).toHaveText(['Yes', 'No', 'Not sure']);
  const before = wire.asked().length;
  for (const answer of ['No', 'Not sure']) {
    await page.getByRole('button', { name: answer, exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: answer, exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: answer, exact: true })).toBeFocused();
  }
  const box = page.getByRole('textbox', { name: p('answer-label'), exact: true });
  await expect(box).toHaveValue('Not sure');
  await box.press('End');
  await box.pressSequentially('\nHe is off ill.');
  await page.screenshot({ path: 'results/shots/pupil-answers-320-light.png', fullPage: true });
  expect(wire.asked().length, 'requests while choosing').toBe(before);
  await page.getByRole('button', { name: p('answer-send'), exact: true }).click();
  await expect(page.getByText(p('answer-sent'))).toBeVisible();
  await expect(page.getByRole('group', { name: p('answer-tap') })).toHaveCount(0);
  const deputy = await adult.signIn(visit, server, 'deputy');
  await adult.open(deputy, 'reason-on-duty', t('row-colleague'));
  await expect(deputy.getByText('He is off ill.')).toBeVisible();
  await expect(deputy.getByText(t('answers-given'))).toBeVisible();
});

// D3: a note cannot be taken for a reply, and words for the pupil can be taken back for ten seconds.
test('notes stay inside, replies wait ten seconds', async ({ visit, server, home }) => {
  const code = await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead');
  await adult.open(page);
  await adult.press(page, 'reply-send');
  await expect(page.getByText(t('wrong-reply'))).toBeVisible();
  await adult.note(page, 'Only for us: ask the caretaker.');
  await expect(page.getByRole('complementary', { name: t('only-side') })).toContainText('ask the caretaker');
  await expect(page.getByRole('region', { name: t('conversation') })).not.toContainText('ask the caretaker');

  const reply = page.getByRole('textbox', { name: t('reply-label') });
  await reply.fill('Tank you.');
  await adult.press(page, 'reply-send');
  await expect(page.getByText(t('pending-reply'))).toBeVisible();
  await adult.press(page, 'undo');
  await expect(reply).toHaveValue('Tank you.');
  await reply.fill('');
  await adult.reply(page, 'Thank you. We will mend it.');

  const back = await visit(home);
  await pupil.comeBack(back, code);
  await expect(back.getByText('We will mend it.')).toBeVisible();
  await expect(back.getByText('Tank you.')).toHaveCount(0);
  await expect(back.getByText('ask the caretaker')).toHaveCount(0);
});

// D4: a decision needs its why; closing needs an outcome, a why and a message to the pupil.
test('deciding and closing need their reasons', async ({ visit, server, home }) => {
  await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead');
  await adult.open(page);
  await adult.deciding(page);
  await page.getByLabel(t('decide-title'), { exact: true }).fill('Changing room');
  await adult.press(page, 'decide-save');
  await expect(page.getByText(t('wrong-rationale')).first()).toBeVisible();
  await page.getByLabel(t('decide-why'), { exact: true }).fill('A broken lock.');
  await adult.press(page, 'decide-save');
  await expect(page.getByRole('heading', { level: 1, name: 'Changing room' })).toBeVisible();
  await expect(page.getByRole('region', { name: t('chronology') })).toContainText('A broken lock.');

  await adult.press(page, 'case-close');
  await adult.press(page, 'close-go');
  const form = page.getByRole('form', { name: t('case-close') });
  for (const problem of ['wrong-outcome', 'wrong-rationale', 'wrong-closing-message']) {
    await expect(form.getByRole('alert')).toContainText(t(problem));
  }
});

// D1: one key and the screen shows nothing, over any dialog; any key brings it back.
test('the screen hides with one key', async ({ visit, server, home }) => {
  await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead');
  await adult.open(page);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog', { name: t('blank-title') })).toBeVisible();
  await expect(page).toHaveTitle(t('blank-title'));
  const blank = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog') !== null);
  expect(blank).toBe(true);
  await page.keyboard.press('x');
  await expect(page.getByText(TEXT)).toBeVisible();
});

// XAM-10: nobody here for fifteen minutes: keys and words are gone, what was typed is not.
test('an idle screen locks and keeps what was typed', async ({ visit, server, home }) => {
  await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead');
  await adult.open(page);
  await page.getByRole('textbox', { name: t('note-label') }).fill('Half a thought');
  await page.clock.fastForward(850_000);
  await expect(page.getByText(t('locks-warning'))).toBeVisible();
  await page.clock.fastForward(60_000);
  await adult.at(page, 'locked-title');
  await expect(page.getByText(t('locked-kept'))).toBeVisible();
  expect(await page.content()).not.toContain(TEXT);
  await adult.signInAgain(page, adult.person(server, 'lead'));
  await adult.at(page, 'case-shut');
  await adult.press(page, 'case-open-again');
  await adult.give(page, 'reason-follow-up');
  await expect(page.getByText(TEXT)).toBeVisible();
  await expect(page.getByRole('textbox', { name: t('note-label') })).toHaveValue('Half a thought');
});

// XAM-10: signing out forgets everything; a code that was used is refused.
test('signing out ends the session', async ({ visit, server, home, wire }) => {
  await reported({ visit, home });
  const page = await adult.signIn(visit, server, 'lead', { trouble: /Failed to load resource/ });
  await adult.open(page);
  await page.locator('summary', { hasText: t('signed-in') }).click();
  await adult.press(page, 'sign-out');
  await adult.at(page, 'sign-in-title');
  expect(await page.content()).not.toContain(TEXT);

  const token = wire.exchanges.map(({ headers }) => headers.authorization).filter(Boolean).at(-1);
  expect(token).toMatch(/^Bearer /);
  const again = await fetch(`${wire.origin}/api/v1/cases`, { headers: { authorization: token } });
  expect(again.status).toBe(401);
});

// D1: the board moves by key, finds by title, and every view can be reached.
test.describe('a full board', () => {
  test.use({ scene: 'full' });

  test('moves by key and finds by title', async ({ visit, server }) => {
    const page = await adult.signIn(visit, server, 'lead');
    await expect(page.locator('.b-open').first()).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.locator('.b-open').first()).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.locator('.b-open').nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await page.keyboard.press('o');
    await expect(page.getByRole('dialog', { name: t('open-title') })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('zzzz');
    await expect(page.getByText(t('find-none'))).toBeVisible();
    await page.getByRole('searchbox').fill('');
    await adult.go(page, 'mine');
    await adult.at(page, 'mine-heading');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: /^Good / })).toBeVisible();
  });
});

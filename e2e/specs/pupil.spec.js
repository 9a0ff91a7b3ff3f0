// The pupil's page, one habit of it at a time.

import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

// P1: going back keeps every answer, and the check page shows them all with a way to change each.
test('going back keeps every answer', async ({ visit, home }) => {
  const page = await visit(home);
  const text = 'My friend cries in lessons.\nNobody asks why.';
  await pupil.fill(page, { about: 'about-someone-else', what: ['category-feeling-low', 'category-loss'], text });
  for (const shown of [t('danger-no'), t('about-someone-else'), t('category-feeling-low'), t('category-loss'), 'Nobody asks why.']) {
    await expect(page.getByText(shown, { exact: true })).toBeVisible();
  }
  await pupil.press(page, 'step-back');
  await expect(page.getByRole('textbox', { name: t('words-title') })).toHaveValue(text);
  await pupil.press(page, 'step-back');
  await pupil.at(page, 'device-title');
  await pupil.press(page, 'step-back');
  await pupil.at(page, 'readers-title');
  await pupil.press(page, 'step-back');
  await expect(page.getByRole('checkbox', { name: t('category-loss') })).toBeChecked();
  await pupil.press(page, 'step-back');
  await expect(page.getByRole('radio', { name: t('about-someone-else') })).toBeChecked();
  await pupil.press(page, 'step-back');
  await expect(page.getByRole('radio', { name: t('danger-no'), exact: true })).toBeChecked();
  for (let step = 0; step < 6; step += 1) await pupil.press(page, 'step-next');
  await pupil.at(page, 'check-title');

  await page.getByRole('button', { name: `${t('check-change')} ${t('check-about')}` }).click();
  await page.getByRole('radio', { name: t('about-lots') }).check();
  await pupil.press(page, 'step-done');
  await pupil.at(page, 'check-title');
  await expect(page.getByText(t('about-lots'), { exact: true })).toBeVisible();
});

// P16: everything can be done with a keyboard alone; the focus goes to the heading of every new screen.
test('the whole report needs no mouse', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.ready(page);
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => document.activeElement.closest('a, button, label')?.textContent.trim() ?? '');
  const tabTo = async (words) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await keys.press('Tab');
      if ((await focused()).startsWith(words)) return;
    }
    throw new Error(`no way to "${words}" with Tab`);
  };
  const next = async () => {
    await tabTo(t('step-next'));
    await keys.press('Enter');
  };
  const arrived = async (title) => {
    await pupil.at(page, title);
    await expect(page.getByRole('heading', { level: 1, name: t(title) })).toBeFocused();
  };
  await keys.press('Tab');
  await expect(page.getByRole('link', { name: t('page-skip') })).toBeFocused();
  await tabTo(t('door-tell'));
  await keys.press('Enter');
  await arrived('danger-title');
  await keys.press('Tab');
  // A radio group is one stop; arrows move and choose.
  await keys.press('ArrowUp');
  await expect(page.getByRole('radio', { name: t('danger-no'), exact: true })).toBeChecked();
  await next();
  await arrived('about-title');
  await keys.press('Tab');
  await keys.press('Space');
  await next();
  await arrived('what-title');
  await tabTo(t('category-bullying'));
  await keys.press('Space');
  await next();
  await arrived('readers-title');
  await next();
  await arrived('device-title');
  await next();
  await arrived('words-title');
  await keys.press('Tab');
  await keys.type('They trip me on the stairs.');
  await next();
  await arrived('check-title');
  await tabTo('Send to');
  await keys.press('Enter');
  await arrived('sent-title');
});

// P16: the page is drawn again with every letter; the box, the keyboard's place and the cursor in it stay.
test('typing never loses its place', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.readers(page, {});
  await pupil.device(page);
  const keys = page.keyboard;
  const place = (box) => box.evaluate((field) => [document.activeElement === field, field.drawnOnce, field.selectionStart, field.value]);
  const story = page.getByRole('textbox', { name: t('words-title') });
  await story.evaluate((field) => { field.drawnOnce = true; });
  await story.focus();
  // An empty box is complained about, above the box and beside it; then words come, and some in their middle.
  await keys.press('Tab');
  await pupil.press(page, 'step-next');
  await expect(page.getByRole('alert')).toBeFocused();
  await story.focus();
  await keys.type('He follows me.');
  for (let letter = 0; letter < 4; letter += 1) await keys.press('ArrowLeft');
  await keys.type(' only');
  await keys.press('Enter');
  expect(await place(story)).toEqual([true, true, 16, 'He follows only\n me.']);
  // A line of help opens under the box; a screen reader hears it, and nothing else moves.
  await page.getByRole('button', { name: t('words-where') }).click();
  await expect(page.getByText(t('words-where-help'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('words-where') })).toBeFocused();
  expect((await place(story)).slice(1)).toEqual([true, 16, 'He follows only\n me.']);

  // The seven words: suggestions come from the worker while a word is half typed.
  await page.reload();
  await pupil.ready(page);
  await page.getByRole('link', { name: t('way-title') }).click();
  const code = page.getByRole('textbox', { name: t('return-label') });
  await code.evaluate((field) => { field.drawnOnce = true; });
  await code.focus();
  await keys.type('ab');
  const offered = page.getByText(t('return-suggest'));
  await expect(offered).toBeVisible();
  expect(await place(code)).toEqual([true, true, 2, 'ab']);
  await keys.press('ArrowLeft');
  await keys.press('Delete');
  await expect(offered).toBeHidden();
  expect(await place(code)).toEqual([true, true, 1, 'a']);
  await keys.type('b');
  const suggestion = page.locator('.suggestions').getByRole('button').first();
  const word = await suggestion.textContent();
  await suggestion.click();
  await expect(code).toBeFocused();
  expect(await place(code)).toEqual([true, true, word.length + 1, `${word} `]);
});

// P12: a send that fails keeps the words, says so, and can be tried again.
test('a failed send keeps the words and can be tried again', async ({ visit, home, wire }) => {
  const page = await visit(home, { trouble: /Failed to load resource/ });
  const text = 'Someone broke the door on purpose.';
  await pupil.fill(page, { text });
  for (const path of ['/api/v1/schools/thornmere/gateway', '/api/v1/schools/thornmere']) {
    wire.cut(path);
    await (path.endsWith('gateway') ? pupil.sendButton(page).click() : pupil.press(page, 'fail-again'));
    await expect(page.getByRole('alert')).toContainText(t('fail-unreachable-title'));
    await expect(page.getByRole('alert')).toContainText(t('fail-kept'));
    await expect(page.getByText(text)).toBeVisible();
  }
  wire.mend('/api/v1/schools/thornmere/gateway');
  wire.mend('/api/v1/schools/thornmere');
  await pupil.press(page, 'fail-again');
  await pupil.at(page, 'sent-title');
});

// P14: the way out is one press or Shift three times, from any screen; nothing is left to go back to.
for (const [way, leave] of [
  ['the button', (page) => page.getByRole('link', { name: t('strip-leave') }).click()],
  ['Shift three times', async (page) => { for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift'); }],
]) {
  test(`leaving with ${way} clears the page`, async ({ visit, home }) => {
    const page = await visit(home);
    await pupil.fill(page, { text: 'I changed my mind about this.' });
    await leave(page);
    await expect(page).toHaveURL('about:blank');
    await expect(page).toHaveTitle('');
    await page.goBack().catch(() => null);
    await expect(page.getByText('I changed my mind')).toHaveCount(0);
  });
}

// P64: a wrong word is named before any request is made.
test('a wrong word is named on this device', async ({ visit, home, wire }) => {
  const page = await visit(home);
  const code = await pupil.report(page);
  await pupil.press(page, 'done-start');
  await page.getByRole('link', { name: t('way-title') }).click();
  const box = page.getByRole('textbox', { name: t('return-label') });
  const before = wire.exchanges.length;

  await pupil.press(page, 'return-go');
  await expect(page.getByRole('alert')).toContainText(t('return-empty'));
  await expect(page).toHaveTitle(/^Error: /);
  await box.fill(code.slice(0, 6).join(' '));
  await pupil.press(page, 'return-go');
  await expect(page.getByRole('alert')).toContainText('There are 6 words here');
  await box.fill([...code.slice(0, 6), 'qwertzu'].join(' '));
  await pupil.press(page, 'return-go');
  await expect(page.getByRole('alert')).toContainText('Word 7, “qwertzu”');
  const swapped = code[0] === code[1] ? [code[1], code[2], code[0], ...code.slice(3)] : [code[1], code[0], ...code.slice(2)];
  await box.fill(swapped.join(' '));
  await pupil.press(page, 'return-go');
  await expect(page.getByRole('alert')).toContainText(t('return-mistaken'));
  await box.fill(code[0].slice(0, 3));
  await expect(page.getByRole('button', { name: code[0], exact: true })).toBeVisible();
  expect(wire.asked(before)).toEqual([]);

  // Capital letters, commas and new lines do not matter.
  await box.fill(code.map((word) => word.toUpperCase()).join(',\n'));
  await pupil.press(page, 'return-go');
  await pupil.at(page, 'mailbox-sent-title');
});

// P64: the code is shown once; one word of it is typed back, and a wrong one is told without shame.
test('one word is typed back', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.fill(page);
  await pupil.sendButton(page).click();
  const code = await pupil.receipt(page);
  const { box } = await pupil.asked(page);
  await pupil.press(page, 'card-check-done');
  await expect(page.getByText(t('card-check-empty'))).toBeVisible();
  await box.fill('wrong');
  await pupil.press(page, 'card-check-done');
  await expect(page.getByText(t('card-check-wrong'))).toBeVisible();
  await pupil.typeBack(page, code);
  await pupil.at(page, 'done-title');
  await expect(page.getByText(code.join(' '))).toHaveCount(0);
});

// P4: somebody has to be able to read it, so the last reader cannot be left out.
test('the last reader cannot be left out', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-bullying']);
  await pupil.at(page, 'readers-title');
  const out = (name) => page.getByRole('checkbox', { name: `${t('readers-out')} ${name}` });
  await out('Ms Priya Kaur').check();
  await out('Mr Tunde Adeyemi').click();
  await expect(page.getByText(t('readers-last'))).toBeVisible();
  await expect(out('Mr Tunde Adeyemi')).not.toBeChecked();
  // The head is offered instead; then both can be left out.
  await pupil.press(page, 'readers-other');
  await page.getByRole('checkbox', { name: `${t('readers-add')} Mrs Helen Ferris` }).check();
  await out('Mr Tunde Adeyemi').check();
  await expect(page.getByText('1 person can read this.')).toBeVisible();
});

// P16: what is missing is said on Next, linked to its field, and nothing is cleared.
test('an empty answer is named and linked', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.press(page, 'step-next');
  await expect(page.getByRole('alert')).toContainText(t('choose-one'));
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.getByRole('radio', { name: t('danger-yes') })).toBeFocused();
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.press(page, 'step-next');
  await expect(page.getByRole('alert')).toContainText(t('what-problem'));
  await pupil.what(page, ['category-not-sure']);
  await pupil.readers(page, {});
  await pupil.device(page);
  await pupil.words(page, '   ');
  await expect(page.getByRole('alert')).toContainText(t('words-empty'));
});

// P6: after "yes" come the people who answer now; only then the questions go on. "Look sooner" is offered once.
test('danger shows who answers now', async ({ visit, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.danger(page, 'danger-yes');
  await pupil.at(page, 'calls-title');
  await expect(page.getByRole('link', { name: /999/ }).last()).toBeVisible();
  await pupil.press(page, 'step-back');
  await pupil.danger(page, 'danger-no');
  await pupil.about(page, 'about-me');
  await pupil.what(page, ['category-want-to-die']);
  await pupil.at(page, 'sooner-title');
  await pupil.press(page, 'step-next');
  await pupil.at(page, 'readers-title');
});

// S3: another adult, feeling safer, and taking it back; each says first what it does.
test('a pupil can ask for another adult, feel safer, and take it back', async ({ visit, home }) => {
  const page = await visit(home);
  const code = await pupil.report(page);
  await pupil.press(page, 'done-start');
  await pupil.comeBack(page, code);
  await pupil.at(page, 'mailbox-sent-title');
  await pupil.press(page, 'also-safer');
  await expect(page.getByText(t('safer-text'))).toBeVisible();
  await pupil.press(page, 'also-never-mind');
  await pupil.press(page, 'also-person');
  await pupil.press(page, 'person-go');
  await expect(page.getByText(t('person-done'))).toBeVisible();
  await pupil.press(page, 'also-withdraw');
  await expect(page.getByText(t('withdraw-text-new'))).toBeVisible();
  await page.getByRole('button', { name: t('withdraw-go'), exact: true }).click();
  await pupil.at(page, 'mailbox-withdrawn-title');
});

// The pupil's page in browsers that are not the newest Chromium: an old one, Firefox, and one that is too old to run it
// (issue: works from a Chromium of some years ago and in Firefox; anything older is told).

import { chromium102, chromium92, firefox, Hands } from '../fixtures/other_browsers.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

const STORY = 'They wait for me behind the gym.';
const MORE = 'It was the same today.';

/** What a pupil does on each screen of the journey, by its heading. */
const ANSWERS = {
  'danger-title': ['danger-no', 'step-next'],
  'about-title': ['about-me', 'step-next'],
  'what-title': ['category-bullying', 'step-next'],
  'readers-title': ['step-next'],
  'words-title': ['step-next'],
  'check-title': [],
};

/** From the landing to the seven words. */
async function report(hands) {
  await hands.sees('Thornmere School');
  await hands.presses(t('door-tell'));
  let heading = await hands.leaves(t('landing-title'));
  while (heading !== t('sent-title')) {
    const [screen, presses] = Object.entries(ANSWERS).find(([title]) => t(title) === heading) ?? [];
    expect(presses, `an answer for the screen "${heading}"`).toBeDefined();
    if (screen === 'words-title') await hands.types(STORY);
    for (const words of presses) await hands.presses(t(words));
    if (screen === 'check-title') {
      await hands.sees(STORY);
      await hands.presses('Send to ');
    }
    heading = await hands.leaves(heading);
    if (heading === t('sending-title')) heading = await hands.leaves(heading);
  }
  return hands.page.evaluate(() => {
    const lists = [...document.querySelectorAll('ol')].map((list) => [...list.querySelectorAll('li')].map((one) => one.textContent.trim()));
    return lists.find((words) => words.length === 7);
  });
}

/** Types a word back, comes back with all of them, and writes more. */
async function comeBack(hands, code) {
  const place = Number(/\d/.exec(await hands.page.evaluate(() => [...document.querySelectorAll('label')].find((one) => one.offsetParent).textContent))[0]);
  await hands.types(code[place - 1]);
  await hands.presses(t('card-check-done'));
  await hands.sees(t('done-title'));
  await hands.presses(t('done-start'));
  await hands.sees(t('way-title'));
  await hands.presses(t('way-title'));
  await hands.sees(t('return-title'));
  await hands.types(code.join(' '));
  await hands.presses(t('return-go'));
  await hands.sees(t('mailbox-sent-lead'));
  await hands.types(MORE);
  await hands.presses(t('answer-send-more'));
  await hands.sees(t('answer-sent'));
}

/** Nothing of it stays in the browser, and the page's address never changed. */
async function leavesNothing(hands, address) {
  const kept = await hands.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length, location.href]);
  expect(kept).toEqual(['', 0, 0, address]);
}

for (const [name, start] of [['Chromium of May 2022', chromium102], ['Firefox', firefox]]) {
  // The whole way there and back, at the width of a phone.
  test(`a report and an answer in ${name}`, async ({ wire, home }) => {
    const browser = await start();
    try {
      const page = await browser.open();
      const problems = [];
      page.on('pageerror', (problem) => problems.push(String(problem)));
      await page.goto(`${wire.origin}${home}`);
      const hands = new Hands(page);
      const code = await report(hands);
      expect(code).toHaveLength(7);
      await comeBack(hands, code);
      await leavesNothing(hands, `${wire.origin}${home}`);
      expect(problems).toEqual([]);
      expect(wire.asked().filter((asked) => asked.startsWith('POST '))).not.toEqual([]);
    } finally {
      await browser.end();
    }
  });
}

// Too old to run it: says so in place of the first question, shows who to call, and can send nothing.
test('a browser of July 2021 says that it cannot, and who to call', async ({ wire, home }) => {
  const browser = await chromium92();
  try {
    const page = await browser.open();
    await page.goto(`${wire.origin}${home}`);
    const hands = new Hands(page);
    await hands.sees(t('landing-title'));
    await hands.presses(t('door-tell'));
    await hands.sees(t('broken-title'));
    for (const words of [t('broken-2'), t('broken-3'), '999', '0800 1111']) await hands.sees(words);
    expect(await page.evaluate(() => document.querySelectorAll('form, input, textarea').length)).toBe(0);
    expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
    await leavesNothing(hands, `${wire.origin}${home}#tell`);
  } finally {
    await browser.end();
  }
});

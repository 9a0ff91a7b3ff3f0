// The pupil's page in browsers that are not the newest Chromium: an old one, Firefox, and one that is too old to run it
// (issue: works from a Chromium of some years ago and in Firefox; anything older is told).

import { Hands } from '../fixtures/hands.js';
import { comeBack, report } from '../fixtures/journey.js';
import { chromium102, chromium92, firefox } from '../fixtures/other_browsers.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

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

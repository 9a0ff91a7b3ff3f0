// What a pupil writes is text on an adult's screen, whatever it says (R40).

import * as adult from '../fixtures/adult.js';
import { batches, hostile } from '../fixtures/hostile.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

const TEXTS = 2_000;
/** Bytes of one report, below what the school's page takes. */
const MOST = 12_000;

/** Keeps what the policy stops, and what is in the page that only a text could have put there. */
const watch = (page) =>
  page.evaluate(() => {
    window.stopped = [];
    addEventListener('securitypolicyviolation', (event) => window.stopped.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
const strange = (page) =>
  page.evaluate(() => ({
    ran: window.hostile ?? null,
    stopped: window.stopped,
    elements: document.querySelectorAll('img, script:not([src^="/assets/"]), iframe, object, embed, video, style, base, link[rel=prefetch], meta[http-equiv], marquee, [onerror], [onload], [onfocus], a[href^="javascript:"]').length,
    at: location.pathname,
  }));

// R40
test('two thousand hostile texts run nothing, load nothing and are stopped by nothing', async ({ visit, server, wire, people, home }) => {
  test.setTimeout(600_000);
  const texts = hostile(TEXTS);
  expect(new Set(texts).size).toBe(TEXTS);
  const reports = batches(texts, MOST);

  const page = await visit(home);
  await pupil.ready(page);
  for (const text of reports) {
    await page.goto('about:blank');
    await page.goto(home);
    await pupil.report(page, { text });
  }

  const lead = await adult.signIn(visit, server, 'lead', { trouble: /inline style|404/ });
  const dialogs = [];
  lead.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await watch(lead);
  const { at } = await strange(lead);
  const shown = [];
  for (let number = 0; number < reports.length; number += 1) {
    await adult.open(lead, 'reason-on-duty');
    const words = lead.getByRole('region', { name: t('conversation') });
    shown.push(await words.innerText());
    // What an adult writes about it comes back from other adults' browsers.
    const title = texts[number].slice(0, 40);
    await adult.decide(lead, { title, why: texts[number] });
    await adult.note(lead, texts[number]);
    expect(await strange(lead), `report ${number}`).toEqual({ ran: null, stopped: [], elements: 0, at });
    await adult.go(lead, 'board');
    await expect(lead.getByRole('main').getByText(title.trim().slice(0, 30)).first()).toBeVisible();
  }
  expect(await strange(lead)).toEqual({ ran: null, stopped: [], elements: 0, at });
  // Every one of them was on the screen, to the letter but for the white space between its words.
  const all = shown.join('\n').replace(/\s+/g, ' ');
  const missing = texts.filter((text) => !all.includes(text.trim().replace(/\s+/g, ' ')));
  expect(missing).toEqual([]);
  expect(dialogs).toEqual([]);
  const asked = [...wire.asked(), ...people.all.flatMap(({ watch: { requests } }) => requests.map(({ url }) => url))];
  expect(asked.filter((one) => one.includes('hostile'))).toEqual([]);

  // And all of it would have been seen: an element does load, and a style of a page's own is stopped.
  await lead.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: '/hostile-control.png' }));
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
  });
  await expect.poll(() => wire.asked().some((one) => one.includes('hostile-control'))).toBe(true);
  await expect.poll(async () => (await strange(lead)).stopped.length).toBe(1);
  expect((await strange(lead)).elements).toBe(2);
});

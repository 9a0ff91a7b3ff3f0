// What a pupil did is in no file of the browser's own profile, also when the browser is killed in the middle of a sentence
// (R44). That the address of a poster stands in its record of visits is Chromium's doing.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hits, phrase } from '../fixtures/canary.js';
import { browse, remains } from '../fixtures/profile.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

/** What pages and servers can fill; the rest of a profile is Chromium's own. */
const OURS = / in Default\/(?:Cache|Code Cache|Cookies|Network|Local Storage|Session Storage|IndexedDB|Service Worker|WebStorage|File System|blob_storage|Web Data)/;

let profile;
let browser;
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'sotto-profile-'));
});
test.afterEach(async () => {
  await browser?.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The words in every way they are put together, and each pair of neighbours: a part of them would help a searcher too. */
function sequences(code) {
  const found = {};
  for (const [name, separator] of [['spaces', ' '], ['dashes', '-'], ['lines', '\n'], ['commas', ','], ['JSON', '","'], ['nothing', '']]) {
    found[`receipt code with ${name}`] = code.join(separator);
    for (let at = 0; at + 2 < code.length; at += 1) found[`words ${at + 1} to ${at + 3} with ${name}`] = code.slice(at, at + 3).join(separator);
  }
  return found;
}

// R44
test('a report, the way back and a killed browser leave nothing in the profile', async ({ server, wire }, info) => {
  test.slow();
  const secrets = { report: phrase(), answer: phrase(), sentence: phrase(), 'unsent report': phrase() };
  const visit = async () => {
    browser = await browse(profile, info.project.use.launchOptions);
    const page = await browser.page();
    await page.goto(wire.origin + server.demo.poster_path);
    await pupil.ready(page);
    return page;
  };

  let page = await visit();
  await pupil.fill(page, { text: secrets.report });
  const code = await pupil.send(page);
  Object.assign(secrets, sequences(code));
  await browser.quit();

  page = await visit();
  await pupil.comeBack(page, code);
  await pupil.answer(page, secrets.answer, 'answer-label-more', 'answer-send-more');
  await page.getByRole('textbox', { name: t('answer-label-more'), exact: true }).pressSequentially(secrets.sentence);
  await browser.kill();

  page = await visit();
  await pupil.fill(page, { text: secrets['unsent report'] });
  // A second tab makes a browser write down at once which tabs there are, for its next start.
  await (await browser.page()).goto('about:blank');
  await browser.kill();

  // What opens the mailbox crosses the wire sealed; not even that may be kept. Any run of bytes of it would be found.
  const bodies = wire.exchanges.flatMap(({ url, body, answer }) => (url.startsWith('/api/') ? [body, answer.bytes] : []));
  const sealed = bodies.filter(({ length }) => length >= 64).map((bytes) => bytes.subarray(bytes.length / 2, bytes.length / 2 + 32));
  expect(sealed.length).toBeGreaterThan(5);

  const places = await remains(profile);
  expect(places.length).toBeGreaterThan(20);
  expect(hits(secrets, places)).toEqual([]);
  // A poster's fragment says which school and term, the same for every pupil. The page takes it out of the address bar, but Chromium has
  // written down by then where it went (History, Favicons, Top Sites, Sessions, ukm_db); no page can take that back. No cache or storage has it.
  const [, fragment] = server.demo.poster_path.split('#');
  const stored = hits({ fragment, key: /k=([^&]+)/.exec(fragment)[1] }, places).filter((hit) => OURS.test(hit));
  expect(stored).toEqual([]);
  expect(places.filter(({ bytes }) => sealed.some((run) => bytes.includes(run))).map(({ name }) => name), 'what was sent or answered').toEqual([]);
  // And the search finds what is there: the school's address.
  expect(hits({ host: wire.origin.slice(7) }, places)).toContain('host in Default/History');
});

// A list of adults that is not what it should be: the page says so in plain words and nothing is sent (P26, XAM-12).

import { expire, fork, resigned, withDirectory, withSchool } from '../fixtures/forgery.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as t } from '../fixtures/words.js';

const SCHOOL = '/api/v1/schools/thornmere/packed';

/** The page stops before a word is typed, says why, and offers people to call. */
async function stopped(page, wire, why) {
  await page.getByRole('link', { name: t('door-tell') }).click();
  await expect(page.getByRole('heading', { name: t('fail-list-title') })).toBeVisible();
  await expect(page.getByText(t('fail-list'), { exact: true })).toBeVisible();
  await expect(page.getByText(t(why))).toBeVisible();
  await expect(page.getByRole('link', { name: /0800 1111/ }).locator('visible=true').first()).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
}

test('a poster with another fingerprint', async ({ visit, wire, home }) => {
  const page = await visit(`${home}#k=${'A'.repeat(43)}&v=1`);
  await stopped(page, wire, 'fail-list-fingerprint');
});

test('a poster with half a fingerprint', async ({ visit, wire, home }) => {
  const page = await visit(`${home}#k=${'A'.repeat(20)}&v=1`);
  await stopped(page, wire, 'fail-list-fingerprint');
});

test('a list older than the poster', async ({ visit, wire, server }) => {
  const page = await visit(server.demo.poster_path.replace(/v=\d+$/, 'v=9'));
  await stopped(page, wire, 'fail-list-rolled-back');
});

test('a list past its last day, well signed', async ({ visit, wire, server }) => {
  wire.change(SCHOOL, (packed) => resigned(packed, server.demo.people, expire));
  const page = await visit(server.demo.poster_path);
  await stopped(page, wire, 'fail-list-expired');
});

test('a list that was changed after it was signed', async ({ visit, wire, server }) => {
  wire.change(SCHOOL, (packed) => withDirectory(packed, fork));
  const page = await visit(server.demo.poster_path);
  await stopped(page, wire, 'fail-list-signatures');
});

test('a list that is cut short', async ({ visit, wire, home }) => {
  wire.change(SCHOOL, (packed) =>
    withSchool(packed, (school) => {
      school.directory = school.directory.subarray(0, 30);
    }),
  );
  const page = await visit(home);
  await page.getByRole('link', { name: t('door-tell') }).click();
  await expect(page.getByText(t('fail-list-malformed'))).toBeVisible();
  expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
});

test('an answer that is none of ours', async ({ visit, wire, home }) => {
  wire.change(SCHOOL, () => '<html>Please sign in to the wi-fi</html>');
  const page = await visit(home);
  await page.getByRole('link', { name: t('door-tell') }).click();
  await expect(page.getByText(t('fail-broken-title'))).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  // A captive portal that lets go again costs the pupil one press.
  wire.unchange(SCHOOL);
  await pupil.press(page, 'fail-again');
  await pupil.at(page, 'danger-title');
});

test('two lists with one number: the second is noticed before anything is sealed', async ({ visit, wire, server }) => {
  const page = await visit(server.demo.poster_path);
  await pupil.fill(page);
  wire.change(SCHOOL, (packed) => resigned(packed, server.demo.people, fork));
  await pupil.sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText(t('fail-list-forked'));
  await expect(page.getByRole('alert')).toContainText(t('fail-kept'));
  expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
});

// P4: a reader taken away meanwhile is shown before anything is sealed, and the words are kept.
test('a reader who was taken away meanwhile', async ({ visit, wire, server }) => {
  const page = await visit(server.demo.poster_path);
  await pupil.fill(page);
  const withdraw = (school) => {
    const bytes = school.directory;
    // An entry is key id 16, suite 1, hash 32, signing key 32, role, inbox and status 3, two days 8, length 1, name (protocol 5).
    const entry = bytes.indexOf('Mr Tunde Adeyemi') - 93;
    school.withdrawn = [bytes.subarray(entry, entry + 16)];
  };
  wire.change(SCHOOL, (packed) => withSchool(packed, withdraw));
  await pupil.sendButton(page).click();
  await pupil.at(page, 'readers-title');
  await expect(page.getByText(t('readers-changed'))).toBeVisible();
  await expect(page.getByText('Mr Tunde Adeyemi')).toHaveCount(0);
  await pupil.press(page, 'step-done');
  await pupil.at(page, 'check-title');
  await expect(page.getByText(pupil.REPORT.text)).toBeVisible();
  expect(wire.asked().filter((asked) => !asked.startsWith('GET '))).toEqual([]);
});

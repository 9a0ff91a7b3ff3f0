// The whole story, with several people in several browsers, on both databases (P1, P26, XAM-12, IMP-5).

import { writeFile } from 'node:fs/promises';

import * as adult from '../fixtures/adult.js';
import { run, sotto } from '../fixtures/programs.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as s } from '../fixtures/words.js';

const REPORT = 'Some older pupils take money from us at the bus stop. It happens most days.';
const QUESTION = 'Thank you for telling us. Which bus stop is it?';
const ANSWER = 'The one by the church. Around half past three.';
const NOTE = 'Spoke to the office about the cameras there.';
const LAST = 'We have put an adult at that bus stop. You can write again at any time.';
const LEFT_OUT = 'Mr Tunde Adeyemi';

test('a pupil tells, one adult is left out, another reads, asks, answers and closes', async ({ visit, server, wire }, testInfo) => {
  test.slow();
  const sealed = async () => expect(wire.exchanges.filter(({ body }) => body.includes(REPORT))).toEqual([]);

  // The pupil reports, leaving one adult out (P4).
  let page = await visit(server.demo.poster_path);
  await pupil.fill(page, { leaveOut: [LEFT_OUT], text: REPORT });
  await expect(page.getByText(LEFT_OUT)).toHaveCount(0);
  await expect(pupil.sendButton(page)).toHaveText(/1 person/);
  const code = await pupil.send(page);
  await page.close();

  // The one left out sees nothing: not on the board, not in the audit.
  const deputy = await adult.signIn(visit, server, 'deputy');
  await expect(deputy.getByText(s('empty-new'))).toBeVisible();
  await expect(adult.rows(deputy)).toHaveCount(0);
  await adult.go(deputy, 'audit');
  await adult.at(deputy, 'audit');
  await expect(deputy.getByRole('heading', { name: s('audit-good-title') })).toBeVisible();
  await expect(deputy.getByRole('cell', { name: s('event-received') })).toHaveCount(0);

  // The lead opens against a reason, decides, notes and asks.
  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await expect(lead.getByText(REPORT)).toBeVisible();
  await expect(lead.getByText(s('case-only-you'))).toBeVisible();
  await adult.decide(lead, { title: 'Bus stop', why: 'Several pupils, most days.' });
  await adult.note(lead, NOTE);
  await adult.reply(lead, QUESTION, { asks: true });

  // The pupil comes back with the seven words, reads and answers. The staff-only note is nowhere.
  page = await visit(server.demo.poster_path);
  await pupil.comeBack(page, code);
  await pupil.at(page, 'mailbox-question-title');
  await expect(page.getByText(QUESTION)).toBeVisible();
  await expect(page.getByText(REPORT)).toHaveCount(0);
  await page.getByRole('button', { name: p('own-show') }).click();
  await expect(page.getByText(REPORT)).toBeVisible();
  await expect(page.getByText(NOTE)).toHaveCount(0);
  await page.getByText(p('opened-title')).click();
  await expect(page.getByText(p('opened-holds'))).toBeVisible();
  const openings = page.locator('details', { hasText: p('opened-title') }).getByRole('listitem');
  await expect(openings).toHaveText([new RegExp(`^${p('role-lead')}, `)]);
  await pupil.answer(page, ANSWER);

  // The lead reads the answer (another logged opening) and closes with a message.
  await adult.go(lead, 'audit');
  await adult.go(lead, 'board');
  await lead.clock.fastForward(61_000);
  await adult.rows(lead, 'Bus stop').click();
  await adult.press(lead, 'case-fresh-read');
  await adult.give(lead, 'reason-follow-up');
  await expect(lead.getByText(ANSWER)).toBeVisible();
  await adult.close(lead, { outcome: 'site-change', why: 'Supervision at the bus stop.', message: LAST });
  await expect(lead.getByText(s('state-closed')).first()).toBeVisible();

  // The pupil sees that it is finished, and both openings.
  page = await visit(server.demo.poster_path);
  await pupil.comeBack(page, code);
  await pupil.at(page, 'mailbox-finished-title');
  await expect(page.getByText(LAST)).toBeVisible();
  await page.getByText(p('opened-title')).click();
  await expect(page.locator('details', { hasText: p('opened-title') }).getByRole('listitem')).toHaveCount(2);

  // The audit shows each opening with its reason and verifies in the browser.
  await adult.go(lead, 'audit');
  await expect(lead.getByRole('heading', { name: s('audit-good-title') })).toBeVisible();
  await lead.getByLabel(s('audit-what'), { exact: true }).selectOption('open');
  await expect(lead.getByRole('row', { name: new RegExp(s('logged-on-duty')) })).toHaveCount(1);
  await expect(lead.getByRole('row', { name: new RegExp(s('logged-follow-up')) })).toHaveCount(1);

  // And outside it, with the saved file; a changed copy names the first entry that does not hold.
  const saved = await adult.saveLog(lead);
  const file = testInfo.outputPath('log.json');
  await writeFile(file, saved);
  const good = await run(sotto(), ['verify-audit', file]);
  expect(good.stdout).not.toContain('BROKEN');
  const log = JSON.parse(saved);
  const changed = log.openings[1];
  const bytes = Buffer.from(changed.entry, 'base64url');
  bytes[bytes.length - 1] ^= 1;
  changed.entry = bytes.toString('base64url');
  await writeFile(file, JSON.stringify(log));
  const broken = await run(sotto(), ['verify-audit', file]).catch((problem) => problem);
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(new RegExp(`BROKEN: entry ${changed.index}\\b`));
  await sealed();
});

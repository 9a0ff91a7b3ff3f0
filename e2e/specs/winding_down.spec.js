// A school ends its service: asked for by one adult, agreed to by another, called back by two; then at once, with a keeper
// for what no day destroys, a take-out that opens without the server, and a certificate. Pupils read where help is.

import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { hits, phrase } from '../fixtures/canary.js';
import { run, sotto } from '../fixtures/programs.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

test.describe.configure({ timeout: 300_000 });

const DAY = 86_400_000;
const inDays = (days, month) => new Date(Date.now() + days * DAY).toLocaleDateString('en-GB', { day: 'numeric', month, timeZone: 'UTC' });

/** The page "End of service"; it is offered to everybody once somebody asked. */
async function service(page) {
  await adult.go(page, 'service');
  await adult.at(page, 'service');
}

/** The banner that everybody reads on every other screen. */
const banner = (page, words) => page.getByRole('status').filter({ has: page.getByText(t(words)) });

async function ask(page, days) {
  await service(page);
  await page.getByRole('radio', { name: t(days) }).check();
  await adult.press(page, 'service-ask-go');
  await expect(page.getByRole('alert')).toContainText(t('service-wrong-tick'));
  await page.getByRole('checkbox', { name: t('service-tick-ask') }).check();
  await adult.press(page, 'service-ask-go');
  await expect(page.getByText(t('service-yours'))).toBeVisible();
}

async function agree(page) {
  await adult.press(page, 'service-agree-go');
  await expect(page.getByRole('alert')).toContainText(t('service-wrong-tick'));
  await page.getByRole('checkbox', { name: t('service-tick-agree') }).check();
  await adult.press(page, 'service-agree-go');
  await expect(page.getByRole('heading', { name: t('service-left'), exact: true })).toBeVisible();
}

/** Goes to another screen and back: a page that lies open is not changed by what others do. */
async function again(page) {
  await adult.go(page, 'adults');
  await service(page);
}

/** A fact of "What is left". */
const fact = (page, name) => page.locator('dt', { hasText: t(name) }).locator('xpath=following-sibling::dd[1]');

/** Names a keeper of the case that lies open. */
async function nameKeeper(page, words) {
  const keeping = page.getByRole('region', { name: t('hold-title') });
  await keeping.getByRole('button', { name: t('keeper-go') }).click();
  await expect(keeping.getByRole('alert')).toContainText(t('wrong-keeper'));
  await keeping.getByLabel(t('keeper-label')).fill(words);
  await keeping.getByRole('button', { name: t('keeper-go') }).click();
  await expect(keeping.getByRole('button', { name: t('keeper-go') })).toHaveCount(0);
}

// XAM-22: nobody ends a school alone, everybody sees the day, and pupils are told before they write.
test('an end is asked for, agreed to, seen by all, and called back by two', async ({ visit, server }) => {
  let page = await visit(server.demo.poster_path);
  const code = await pupil.report(page);
  await page.close();
  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await adult.decide(lead, { title: 'School bags', why: 'Every day after lunch.' });

  const admin = await adult.signIn(visit, server, 'admin');
  await service(admin);
  await look(admin, 'staff-60-service');
  await ask(admin, 'service-days-long');
  await look(admin, 'staff-61-service-asked');
  // Whoever asked is offered no way to agree.
  await expect(admin.getByRole('button', { name: t('service-agree-go') })).toHaveCount(0);

  const writing = await visit(server.demo.poster_path);
  await pupil.fill(writing);

  // A reader finds it above their board, and agrees.
  const deputy = await adult.signIn(visit, server, 'deputy');
  await expect(banner(deputy, 'service-news-asked')).toBeVisible();
  await banner(deputy, 'service-news-asked').getByRole('button', { name: t('service-news-look') }).click();
  await adult.at(deputy, 'service');
  await look(deputy, 'staff-62-service-agree');
  await agree(deputy);
  await expect(deputy.getByRole('heading', { name: t('service-runs') })).toContainText(inDays(31, 'long'));
  await expect(fact(deputy, 'service-left-cases')).toHaveText('1');
  await expect(fact(deputy, 'service-left-keeper')).toHaveText('1');
  await look(deputy, 'staff-63-service-runs');

  // Pupils: no question is asked any more; what was answered can be read.
  page = await visit(server.demo.poster_path);
  await pupil.ready(page);
  await look(page, 'pupil-40-ended-landing');
  await expect(page.getByText(p('after-title'))).toBeHidden();
  await expect(page.getByRole('link', { name: p('door-tell') })).toHaveCount(0);
  await expect(page.getByText(p('way-text'))).toBeHidden();
  await page.getByRole('link', { name: p('way-title') }).click();
  await pupil.at(page, 'return-title');
  await page.getByRole('button', { name: p('return-lost-link') }).click();
  await pupil.at(page, 'ended-title');
  await expect(page.getByText(p('ended-help'))).toBeVisible();
  await expect(page.getByText(p('ended-read')).last()).toContainText(inDays(30, 'long'));
  await look(page, 'pupil-41-ended');
  await page.close();
  // Whoever was writing meanwhile is told when they send, and not left waiting.
  await pupil.sendButton(writing).click();
  await expect(writing.getByText(p('ended-words'))).toBeVisible();
  await look(writing, 'pupil-44-ended-meanwhile');
  await expect(pupil.sendButton(writing)).toHaveCount(0);
  await expect(writing.locator('#next-look')).toBeHidden();
  await writing.close();

  // An adult still answers, and is told that no answer comes back.
  await adult.go(lead, 'adults');
  await adult.go(lead, 'board');
  await adult.rows(lead, 'School bags').click();
  await expect(lead.getByRole('textbox', { name: t('reply-label') })).toBeVisible();
  await service(deputy);
  await expect(deputy.getByText(t('service-by'))).toBeVisible();
  await adult.go(deputy, 'board');
  await expect(banner(deputy, 'service-news-runs')).toContainText(inDays(31, 'long'));
  await look(deputy, 'staff-69-service-banner');
  await service(deputy);

  page = await visit(server.demo.poster_path);
  await pupil.comeBack(page, code);
  await expect(page.getByText(p('ended-mailbox'))).toBeVisible();
  await look(page, 'pupil-42-ended-mailbox');

  // One reader asks to call it back, an administrator is the second.
  await adult.press(deputy, 'service-back');
  await expect(deputy.getByText(t('service-back-you'))).toBeVisible();
  await again(admin);
  await expect(admin.getByText(t('service-back-other'))).toBeVisible();
  await look(admin, 'staff-64-service-back');
  await adult.press(admin, 'service-back');
  await expect(admin.getByText(t('service-none'))).toBeVisible();
  page = await visit(server.demo.poster_path);
  await pupil.report(page);
});

// XAM-22, IMP-C1, IMP-C5: keeper by two, take-out that opens offline, destroyed, certified; nothing of it is left here.
test('what is left gets a keeper, is taken out, destroyed and certified', async ({ visit, server, database }) => {
  const canary = { 'a finished case': phrase(), 'a kept case': phrase(), 'an answer': phrase(), 'who keeps it': phrase() };
  let page = await visit(server.demo.poster_path);
  const first = await pupil.report(page, { text: canary['a finished case'] });
  await page.close();
  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead);
  await adult.decide(lead, { title: 'School bags', why: 'Every day after lunch.' });
  await adult.close(lead, { outcome: 'advice', why: 'Talked to all of them.', message: 'We have talked to them.' });
  page = await visit(server.demo.poster_path);
  const second = await pupil.report(page, { text: canary['a kept case'] });
  await page.close();

  const admin = await adult.signIn(visit, server, 'admin');
  await ask(admin, 'service-days-none');
  const deputy = await adult.signIn(visit, server, 'deputy');
  await service(deputy);
  await agree(deputy);
  await expect(fact(deputy, 'service-left-cases')).toHaveText('2');
  await expect(fact(deputy, 'service-left-keeper')).toHaveText('1');
  await expect(fact(deputy, 'service-left-out')).toHaveText('2');

  // From the list to the case; the child is still answered, and nothing is asked of them.
  await adult.press(deputy, 'service-open-case-of');
  await adult.give(deputy, 'reason-on-duty');
  await adult.decide(deputy, { title: 'Bus stop', why: 'It was not about bags.' });
  await expect(deputy.getByText(t('service-reply-late'))).toBeVisible();
  await expect(deputy.getByRole('checkbox', { name: t('reply-asks') })).toHaveCount(0);
  await adult.reply(deputy, canary['an answer']);
  await look(deputy, 'staff-65-keeper');
  await nameKeeper(deputy, canary['who keeps it']);
  await expect(deputy.getByText(t('keeper-you'))).toBeVisible();

  page = await visit(server.demo.poster_path);
  await pupil.comeBack(page, second);
  await expect(page.getByText(canary['an answer'])).toBeVisible();
  await expect(page.getByText(p('ended-soon')).first()).toBeVisible();
  await look(page, 'pupil-43-ended-answered');
  await page.close();

  await adult.go(lead, 'adults');
  await adult.go(lead, 'board');
  await lead.clock.fastForward(61_000);
  await service(lead);
  await expect(lead.getByText(t('keeper-other'))).toBeVisible();
  await adult.press(lead, 'service-open-case-of');
  await adult.give(lead, 'reason-second-opinion');
  await expect(lead.getByText(canary['who keeps it'])).toBeVisible();
  await nameKeeper(lead, canary['who keeps it']);
  await expect(lead.getByText(t('keeper-both'))).toBeVisible();
  await look(lead, 'staff-66-keeper-named');
  await service(lead);
  await expect(lead.getByText(t('service-settled'))).toBeVisible();
  await expect(lead.getByText(t('service-out-none'))).toBeVisible();
  await look(lead, 'staff-67-service-left');

  // As the screen says: the server is stopped, the folder is written, a reader opens it, without any server.
  const command = await lead.locator('pre').first().textContent();
  expect(command).toMatch(new RegExp(`^sotto take-out write ${server.demo.slug} `));
  const place = await mkdtemp(join(tmpdir(), 'sotto-e2e-take-out-'));
  try {
    await server.away('take-out', 'write', server.demo.slug, place);
    const folder = join(place, (await readdir(place))[0]);
    const who = adult.person(server, 'lead');
    const reading = run(sotto(), ['take-out', 'read', folder, '--user', who.user]);
    reading.child.stdin.end(`${who.password}\n${who.account_secret}\n`);
    const read = (await reading).stdout;
    for (const words of Object.values(canary)) expect(read).toContain(words);
    const files = (await readdir(folder)).map((name) => join(folder, name));
    const bytes = await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(name) })));
    expect(hits(canary, bytes)).toEqual([]);

  } finally {
    await rm(place, { recursive: true, force: true });
  }

  // The server's own job starts with the server, and nothing was left to wait for.
  await expect(async () => {
    await again(lead);
    await expect(lead.getByRole('heading', { name: t('service-over') })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  const proof = lead.getByRole('region', { name: t('service-proof') });
  const last = proof.getByRole('listitem').filter({ hasText: 'end of service' });
  await expect(last.getByRole('heading', { name: t('destroyed-last') })).toBeVisible();
  await last.getByText(t('destroyed-show')).click();
  await look(lead, 'staff-68-service-over');
  const [download] = await Promise.all([lead.waitForEvent('download'), last.getByRole('button').click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const certificate = Buffer.concat(chunks).toString();
  expect(certificate).toMatch(/^Sotto certificate of the end of service/m);
  expect(certificate).toMatch(/^cases: 2$/m);
  await adult.go(lead, 'board');
  await expect(banner(lead, 'service-news-over')).toBeVisible();

  for (const code of [first, second]) {
    page = await visit(server.demo.poster_path);
    await pupil.comeBack(page, code);
    await expect(page.getByText(p('gone-title'))).toBeVisible();
    await page.close();
  }
  await adult.go(lead, 'audit');
  await expect(lead.getByRole('cell', { name: t('entry-wound-down') })).toBeVisible();
  await expect(lead.getByRole('heading', { name: t('audit-good-title') })).toBeVisible();
  expect(database).toBe('sqlite');
  expect(hits(canary, await server.remains())).toEqual([]);
});

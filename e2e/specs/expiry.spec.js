// How cases end: warned of, held by one adult, let go by two, destroyed by `sotto purge`, certified, and gone for the
// pupil too. The weeks before were lived through by the demo's people (`sotto-demo make --scene expiring`).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { hits, phrase } from '../fixtures/canary.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

test.use({ scene: 'expiring' });
test.describe.configure({ timeout: 300_000 });

const DAY = 86_400_000;
const inDays = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const short = (days) => new Date(Date.now() + days * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const lane = (page) => page.getByRole('region', { name: t('lane-expiring') });
const keeping = (page) => page.getByRole('region', { name: t('hold-title') });

/** The pupil of a case of the scene comes back with their seven words. */
async function back(visit, server, name) {
  const page = await visit(server.demo.poster_path);
  await pupil.comeBack(page, server.demo.codes[name].split(' '));
  return page;
}

/** Unfolds the closed cases. */
const closed = (page) => page.locator('summary', { hasText: t('lane-closed') }).click();

async function askToLetGo(page, why) {
  await keeping(page).getByLabel(t('hold-lift-why')).fill(why);
  await keeping(page).getByRole('button', { name: t('hold-lift') }).click();
}

// F8, 2f.4, D-hold: warnings on the board; a hold with reason and day, set by one, lifted by two.
test('a case is warned of, held by one adult and let go by two', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead');
  const expiring = lane(lead);
  // 30 days before it stands here with its day; in the last week the days are counted.
  const row = (page, title) => lane(page).getByRole('listitem').filter({ hasText: title });
  await expect(row(lead, 'Three dots')).toContainText(short(12));
  await expect(row(lead, 'Three dots')).toContainText(t('row-no-hold'));
  await expect(row(lead, 'Chain letters')).toContainText(short(4));
  await expect(row(lead, 'Chain letters')).toContainText('4 days');
  // Held: past its day, and among the closed, for nothing happens to it.
  await expect(expiring.getByRole('listitem').filter({ hasText: 'Brother says hello' })).toHaveCount(0);
  await closed(lead);
  await expect(lead.getByRole('listitem').filter({ hasText: 'Brother says hello' })).toContainText(t('clock-held'));
  await lead.evaluate(() => scrollTo(0, 0));
  await look(lead, 'staff-30-expiring');

  await adult.open(lead, 'reason-follow-up', 'Chain letters');
  await expect(keeping(lead).getByText(t('hold-goes'))).toBeVisible();
  await keeping(lead).getByRole('button', { name: t('hold-set') }).click();
  await expect(keeping(lead).getByRole('alert')).toContainText(t('wrong-rationale'));
  await keeping(lead).getByLabel(t('hold-why')).fill('The police may ask for them.');
  await keeping(lead).getByLabel(t('hold-review-label')).fill(inDays(-1));
  await keeping(lead).getByRole('button', { name: t('hold-set') }).click();
  await expect(keeping(lead).getByRole('alert')).toContainText(t('wrong-review'));
  await look(lead, 'staff-31-hold-problem');
  await keeping(lead).getByLabel(t('hold-review-label')).fill(inDays(40));
  await keeping(lead).getByRole('button', { name: t('hold-set') }).click();
  await expect(keeping(lead).getByText(t('hold-by'))).toBeVisible();
  await expect(keeping(lead)).toContainText(short(40));
  const chronology = lead.getByRole('region', { name: t('chronology') });
  const held = chronology.getByRole('listitem').filter({ hasText: 'The police may ask for them.' });
  await expect(held).toContainText(t('chip-pupil-sees-hold'));

  // The pupil is told that it is held, not why.
  const mailbox = await back(visit, server, 'four-days-left');
  await expect(mailbox.getByText(p('held-words'))).toBeVisible();
  await expect(mailbox.getByText(/police/)).toHaveCount(0);

  // One adult asks twice: the second time there is nothing to press, and it says who must.
  await askToLetGo(lead, 'They do not need them.');
  await expect(keeping(lead).getByText(t('hold-you-asked'))).toBeVisible();
  await expect(keeping(lead).getByRole('button', { name: t('hold-lift') })).toHaveCount(0);
  await look(lead, 'staff-32-held-asked');

  const deputy = await adult.signIn(visit, server, 'deputy');
  await expect(row(deputy, 'Chain letters')).toContainText(t('row-lift-asked'));
  await adult.open(deputy, 'reason-second-opinion', 'Chain letters');
  await expect(keeping(deputy).getByText(t('hold-asked'))).toBeVisible();
  await askToLetGo(deputy, 'Nobody asked for them.');
  await expect(keeping(deputy).getByText(t('hold-goes'))).toBeVisible();
  await expect(deputy.getByRole('region', { name: t('chronology') })).toContainText('lifted the hold, as the second person');
  await adult.go(deputy, 'board');
  await expect(row(deputy, 'Chain letters')).toContainText('4 days');
});

// schools.md 3e: moved to the school's own record, confirmed; what no timer may destroy stays all the same.
test('a referred case waits for the other record, and a concern about an adult stays', async ({ visit, server }) => {
  const lead = await adult.signIn(visit, server, 'lead');
  const confirm = async (title) => {
    await closed(lead);
    await adult.open(lead, 'reason-follow-up', title);
    await expect(keeping(lead).getByText(t('hold-stays'))).toBeVisible();
    await keeping(lead).getByText(t('moved-title')).click();
    await keeping(lead).getByRole('button', { name: t('moved-go') }).click();
    await expect(keeping(lead).getByRole('alert')).toContainText(t('wrong-record'));
    await keeping(lead).getByLabel(t('moved-label')).fill('Child protection file 2026/114');
    await keeping(lead).getByRole('button', { name: t('moved-go') }).click();
    await expect(keeping(lead).getByText('Child protection file 2026/114')).toBeVisible();
  };
  await confirm('No coat');
  await expect(keeping(lead).getByText(t('hold-goes'))).toBeVisible();
  await expect(keeping(lead)).toContainText(short(90));
  await look(lead, 'staff-33-moved');
  await adult.go(lead, 'board');
  await confirm('Lunch helper');
  await expect(keeping(lead).getByText(t('hold-stays'))).toBeVisible();
});

// P62, P65, IMP-C5, IMP-C6, R27: destroyed on its day by the program itself, and nothing of it is left.
test('what had its time is destroyed, certified, and nowhere', async ({ visit, server, database, home }) => {
  // Said in the browser to a case that goes: every kind of writing there is.
  const canary = { 'the pupil’s words': 'A violet kite over the bicycle sheds', 'a title': 'Brother says hello', 'a reason': phrase() };
  const sealed = database === 'postgres' ? await bodies(server) : [];
  let mailbox = await back(visit, server, 'due');
  await pupil.at(mailbox, 'mailbox-finished-title');

  const lead = await adult.signIn(visit, server, 'lead');
  await closed(lead);
  await adult.open(lead, 'reason-follow-up', 'Brother says hello');
  await askToLetGo(lead, canary['a reason']);
  await expect(keeping(lead).getByText(t('hold-you-asked'))).toBeVisible();
  const deputy = await adult.signIn(visit, server, 'deputy');
  await adult.open(deputy, 'reason-second-opinion', 'Brother says hello');
  await askToLetGo(deputy, canary['a reason']);
  await expect(keeping(deputy).getByText(t('say-lift'))).toHaveCount(0);
  await expect(keeping(deputy).getByText(t('hold-day-came'))).toBeVisible();

  // The server's own job may have been faster; together they destroy two cases, once.
  const said = await server.away('purge', '--clock-is-right');
  expect(said).toMatch(/^cases destroyed: [012]$/m);
  expect(said).not.toContain('waiting');
  expect(await server.away('purge', '--clock-is-right')).toContain('cases destroyed: 0');

  mailbox = await back(visit, server, 'due');
  await expect(mailbox.getByText(p('gone-title'))).toBeVisible();
  await expect(mailbox.getByText(p('gone-words'))).toBeVisible();
  await expect(mailbox.getByText(p('gone-next'))).toBeVisible();
  await look(mailbox, 'pupil-30-gone');

  const admin = await adult.signIn(visit, server, 'admin');
  await adult.go(admin, 'audit');
  const destroyed = admin.getByRole('region', { name: t('destroyed-title') });
  await expect(destroyed.getByText(t('destroyed-logged')).first()).toBeVisible();
  const titles = await destroyed.getByRole('heading', { level: 3 }).allTextContents();
  expect(titles.map((title) => Number.parseInt(title, 10)).reduce((sum, cases) => sum + cases, 0)).toBe(2);
  await destroyed.getByText(t('destroyed-show')).first().click();
  await look(admin, 'staff-34-certificates');
  const [download] = await Promise.all([admin.waitForEvent('download'), destroyed.getByRole('button').first().click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const certificate = Buffer.concat(chunks).toString();
  expect(certificate).toMatch(/^Sotto certificate of destruction, version 1$/m);
  expect(certificate).toMatch(/^policy: england-2026 dated /m);
  await admin.getByLabel(t('audit-what'), { exact: true }).selectOption('destroyed');
  await expect(admin.getByRole('cell', { name: t('entry-destroyed') })).toHaveCount(2);

  // The public page says on which day.
  const kept = await visit(`${home}/kept`);
  await expect(kept.getByText(t('kept-destruction'))).toContainText(new Date().toISOString().slice(0, 10));

  const places = await server.remains();
  expect(places.length).toBeGreaterThan(3);
  expect(hits(canary, places)).toEqual([]);
  // Sealed bytes too: of what was destroyed nothing stands in a dump any more, of the rest everything does.
  if (database === 'postgres') {
    const dump = places.find(({ name }) => name === 'pg_dump').bytes.toString('latin1');
    const left = sealed.filter(({ hex }) => dump.includes(hex)).map(({ name }) => name);
    expect(left.length).toBe(sealed.length - 2);
  }
});

/** The first stored body of every case. */
async function bodies(server) {
  const rows = await server.statement("select case_id, encode(body, 'hex') from envelope where place = 0");
  return rows.split('\n').map((row) => ({ name: row.split('|')[0], hex: row.split('|')[1] }));
}

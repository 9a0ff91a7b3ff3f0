// From an empty server to a school (XAM-8): whoever starts it finds a link on its console; three people make keys on devices of
// their own; two compare words and sign; then the school is there, closed, and its gate leads on.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import { hits, traffic } from '../fixtures/canary.js';
import { accept } from '../fixtures/joining.js';
import { freshCode } from '../fixtures/second_factor.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

const NAMES = ['Ms Priya Kaur', 'Mr Sam Adeyemi', 'Mx Jo Field'];
const USERS = ['p.kaur', 's.adeyemi', 'j.field'];

const problem = (page) => page.locator('#problem');
const box = (page, name) => page.getByLabel(t(name), { exact: true });

/** The form of the console's link, filled in. */
async function fill(page) {
  await box(page, 'set-name').fill('Thornmere School');
  await box(page, 'set-controller').fill('Thornmere Trust, ZA000000');
  await box(page, 'set-officer').fill('Ada Data, dpo@thornmere.example');
  await box(page, 'set-complaints').fill('The school office, then the regulator');
  await box(page, 'set-slug').fill('thornmere');
  for (const [at, name] of NAMES.entries()) await page.locator(`#founder-${at}`).fill(name);
  await page.locator('#place-0').fill('Room 4');
}

/** What the printed kit says. */
async function kit(page) {
  const [secret, root] = await page.locator('.kit-secret').allTextContents();
  const words = await page.locator('.kit-facts dt', { hasText: t('found-own-words') }).locator('xpath=following-sibling::dd[1]').textContent();
  return { secret, root, words };
}

/** Goes on from the kit, once it is on paper. */
async function printed(page) {
  await page.getByRole('checkbox', { name: t('kit-printed') }).check();
  await adult.press(page, 'found-kit-go');
  await adult.at(page, 'found-stands');
}

/** Presses Tab until this has the focus. */
async function tabTo(page, target) {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes there');
}

async function typeInto(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function signIn(page, who, secret) {
  await page.getByRole('link', { name: t('found-sign-in') }).click();
  await adult.at(page, 'sign-in-title');
  await box(page, 'sign-in-user').fill(who.user);
  await box(page, 'sign-in-password').fill(who.password);
  await box(page, 'sign-in-secret').fill(secret);
  await box(page, 'sign-in-code').fill(await freshCode(who.totp_secret));
  await adult.press(page, 'sign-in-go');
  await expect(page.getByRole('navigation', { name: t('views') })).toBeVisible();
}

test.use({ scene: 'empty', loud: true });

// XAM-8, M4: the whole way in four browsers, one of them by keyboard alone, and no secret anywhere but where it belongs.
test('three people found a school, and two of them sign', async ({ visit, server, wire, people }) => {
  test.setTimeout(420_000);
  // Before there is a school: nobody can write to nobody, and help is there.
  const child = await visit('/', { trouble: /404/ });
  await child.getByRole('link', { name: p('door-tell') }).click();
  await expect(child.getByRole('heading', { level: 1, name: p('not-open-title') })).toBeVisible();
  await expect(child.getByRole('textbox')).toHaveCount(0);
  await expect(child.getByRole('link', { name: /999/ }).first()).toBeVisible();
  await look(child, 'founding-0-visitor');

  const link = await server.foundingLink();
  const office = await visit(link, { trouble: /422/ });
  await adult.at(office, 'found-title');
  expect(office.url(), 'the link leaves the address').not.toContain('found');
  await look(office, 'founding-1-begin');
  await adult.press(office, 'found-go');
  for (const words of ['wrong-school-name', 'wrong-contact', 'wrong-slug', 'wrong-invite-name']) await expect(problem(office)).toContainText(t(words));
  await fill(office);
  await office.locator('#founder-2').fill(NAMES[0].toUpperCase());
  await adult.press(office, 'found-go');
  await expect(problem(office)).toContainText(t('wrong-founder'));
  await office.locator('#founder-2').fill(NAMES[2]);
  await adult.press(office, 'found-go');
  await adult.at(office, 'found-links');
  await look(office, 'founding-2-links');
  const links = [];
  for (const at of [0, 1, 2]) links.push(new URL(await office.locator(`#link-${at}`).inputValue()));
  expect(new Set(links.map(({ hash }) => hash)).size).toBe(3);
  await adult.press(office, 'found-links-passed');
  await adult.at(office, 'found-stands');
  await expect(office.getByText(t('found-missing'))).toHaveCount(3);

  // A safeguarding lead, with the mouse.
  const open = (at) => visit(links[at].pathname + links[at].hash, { trouble: /409|410|422/ });
  const lead = await open(0);
  await adult.at(lead, 'invite-title');
  await look(lead, 'founding-3-join');
  const priya = await accept(lead, { user: USERS[0] });
  await look(lead, 'founding-4-kit');
  await adult.press(lead, 'found-kit-go');
  await expect(problem(lead)).toContainText(t('wrong-printed'));
  const priyasKit = await kit(lead);
  await printed(lead);
  await expect(lead.getByText(t('found-waits'))).toBeVisible();
  await expect(box(lead, 'found-root')).toHaveCount(0);

  // A deputy, who cannot use a mouse.
  const deputy = await open(1);
  await adult.at(deputy, 'invite-title');
  await typeInto(deputy, box(deputy, 'sign-in-user'), USERS[1]);
  await typeInto(deputy, box(deputy, 'sign-in-password'), priya.password);
  await typeInto(deputy, box(deputy, 'invite-again'), priya.password);
  await tabTo(deputy, deputy.locator('details summary'));
  await deputy.keyboard.press('Enter');
  const totp = (await deputy.locator('details[open] .code').textContent()).replaceAll(' ', '');
  const sam = { user: USERS[1], password: priya.password, totp_secret: totp };
  await typeInto(deputy, box(deputy, 'invite-code'), await freshCode(totp));
  await deputy.keyboard.press('Enter');
  await adult.at(deputy, 'kit-title');
  const samsKit = await kit(deputy);
  await tabTo(deputy, deputy.getByRole('checkbox', { name: t('kit-printed') }));
  await deputy.keyboard.press('Space');
  await tabTo(deputy, deputy.getByRole('button', { name: t('found-kit-go') }));
  await deputy.keyboard.press('Enter');
  await adult.at(deputy, 'found-stands');

  // An administrator; a sign-in name that somebody has is refused, and nothing typed is lost.
  const admin = await open(2);
  await adult.at(admin, 'invite-title');
  await accept(admin, { user: USERS[0], refused: true });
  await expect(problem(admin)).toContainText(t('fail-taken'));
  await box(admin, 'sign-in-user').fill(USERS[2]);
  const secret = (await admin.locator('details[open] .code').textContent()).replaceAll(' ', '');
  await box(admin, 'invite-code').fill(await freshCode(secret));
  await adult.press(admin, 'invite-go');
  await adult.at(admin, 'kit-title');
  const josKit = await kit(admin);
  await printed(admin);

  // A link that was used makes no second set of keys; one that never was is told to be dead.
  const again = await open(0);
  await adult.at(again, 'found-stands');
  await expect(again.getByText(t('found-joined'), { exact: true })).toHaveCount(3);
  const stranger = await visit(`/staff#found=${'A'.repeat(43)}`, { trouble: /410/ });
  await adult.at(stranger, 'found-dead');
  await look(stranger, 'founding-5-dead');

  // The lead compares and signs. Nothing is signed before, or with somebody else's paper.
  await adult.press(lead, 'found-again');
  await expect(lead.getByText(t('found-whole'))).toBeVisible();
  await look(lead, 'founding-6-sign');
  for (const words of [samsKit.words, josKit.words]) await expect(lead.getByText(words)).toBeVisible();
  await box(lead, 'found-root').fill(priyasKit.root);
  await adult.press(lead, 'found-sign-go');
  await expect(problem(lead)).toContainText(t('wrong-compared'));
  const ticks = lead.getByRole('checkbox', { name: t('found-compared') });
  await ticks.first().check();
  await adult.press(lead, 'found-sign-go');
  await expect(problem(lead)).toContainText(t('wrong-compared'));
  await ticks.last().check();
  await box(lead, 'found-root').fill(josKit.root);
  await adult.press(lead, 'found-sign-go');
  await expect(problem(lead)).toContainText(t('found-wrong-root'));
  await box(lead, 'found-root').fill(priyasKit.root);
  await adult.press(lead, 'found-sign-go');
  await expect(lead.getByText(t('found-one-more'))).toBeVisible();
  await look(lead, 'founding-7-signed');
  await adult.press(office, 'found-again');
  await expect(office.getByText(t('found-whole-console'))).toBeVisible();
  const none = await office.request.get('/api/v1/schools/thornmere');
  expect(none.status(), 'one signature makes no school').toBe(404);

  // The deputy signs too, by keyboard, and the school is there.
  await tabTo(deputy, deputy.getByRole('button', { name: t('found-again') }));
  await deputy.keyboard.press('Enter');
  await expect(deputy.getByText(t('found-whole'))).toBeVisible();
  for (const tick of await deputy.getByRole('checkbox', { name: t('found-compared') }).all()) {
    await tabTo(deputy, tick);
    await deputy.keyboard.press('Space');
  }
  await typeInto(deputy, box(deputy, 'found-root'), samsKit.root);
  await deputy.keyboard.press('Enter');
  await adult.at(deputy, 'found-done');
  await look(deputy, 'founding-8-done');
  await adult.press(office, 'found-again');
  await adult.at(office, 'found-done');

  // Its people sign in with what was printed, and the gate says what comes next.
  await adult.press(admin, 'found-again');
  await adult.at(admin, 'found-done');
  const jo = { user: USERS[2], password: priya.password, totp_secret: secret };
  await signIn(admin, jo, josKit.secret);
  await adult.go(admin, 'gate');
  await adult.at(admin, 'gate');
  await expect(admin.getByRole('region', { name: t('gate-items') })).toBeVisible();
  await look(admin, 'founding-9-gate');
  await signIn(deputy, sam, samsKit.secret);
  await expect(deputy.getByText(NAMES[1]).first()).toBeVisible();
  await child.goto('/');
  await expect(child.getByText(p('not-open-short'))).toBeVisible();

  // Founders' secrets are on their screens and papers, and nowhere else.
  const secrets = { password: priya.password };
  for (const [name, one] of Object.entries({ priyasKit, samsKit, josKit })) {
    secrets[`account secret, ${name}`] = one.secret;
    secrets[`root key, ${name}`] = one.root;
  }
  const tokens = { 'founder’s link': links[0].hash.slice(7), 'other founder’s link': links[1].hash.slice(7) };
  const urls = Buffer.from(people.all.flatMap(({ watch }) => watch.requests.map(({ url }) => url)).join('\n'));
  const consoles = Buffer.from(people.all.flatMap(({ watch }) => watch.console).join('\n'));
  const outside = [{ name: 'an address', bytes: urls }, { name: 'the console', bytes: consoles }, { name: 'the server’s log', bytes: server.log() }, ...(await server.remains())];
  expect(hits(secrets, [...traffic(wire.exchanges), ...outside])).toEqual([]);
  expect(hits(tokens, outside)).toEqual([]);
  // And the search finds what is there.
  expect(hits({ name: 'Thornmere School' }, outside).length).toBeGreaterThan(0);
});

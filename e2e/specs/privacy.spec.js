// What a pupil says is found nowhere but in the two browsers it is meant for (M4, P21), and what a pupil does before
// sending cannot be told from the requests (P27).

import * as adult from '../fixtures/adult.js';
import { hits, phrase, traffic } from '../fixtures/canary.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';

test.describe('the canary', () => {
  test.use({ loud: true });

  test('the words of both sides are found in no request, log, file or database', async ({ visit, server, wire, people, home }) => {
    test.slow();
    const secrets = { report: phrase(), reply: phrase(), note: phrase(), 'pupil’s answer': phrase(), title: `heron ${phrase().slice(17, 29)}` };
    let page = await visit(home);
    await pupil.fill(page, { text: secrets.report });
    const code = await pupil.send(page);
    // After sending, nothing of it is left in the page that sent it.
    const after = [{ name: 'the page after sending', bytes: Buffer.from(await page.content()) }];

    const lead = await adult.signIn(visit, server, 'lead');
    await adult.open(lead);
    await expect(lead.getByText(secrets.report)).toBeVisible();
    await adult.decide(lead, { title: secrets.title, why: secrets.note });
    await adult.note(lead, secrets.note);
    await adult.reply(lead, secrets.reply, { asks: true });
    page = await visit(home);
    await pupil.comeBack(page, code);
    await expect(page.getByText(secrets.reply)).toBeVisible();
    await pupil.answer(page, secrets['pupil’s answer']);

    const who = adult.person(server, 'lead');
    for (const [name, separator] of [['spaces', ' '], ['dashes', '-'], ['commas', ','], ['JSON', '","']]) {
      secrets[`receipt code with ${name}`] = code.join(separator);
    }
    Object.assign(secrets, { password: who.password, 'account secret': who.account_secret, 'second factor': who.totp_secret, 'root key': who.root_key });
    const consoles = people.all.flatMap(({ watch }) => watch.console).join('\n');
    const urls = people.all.flatMap(({ watch }) => watch.requests.map(({ url }) => url)).join('\n');
    const places = [
      ...after,
      ...traffic(wire.exchanges),
      { name: 'the console', bytes: Buffer.from(consoles) },
      { name: 'an address', bytes: Buffer.from(urls) },
      { name: 'the server’s log', bytes: server.log() },
      ...(await server.remains()),
    ];
    expect(places.length).toBeGreaterThan(40);
    // The fragment of a demo link holds a whole person on purpose, but never leaves the browser.
    expect(hits(secrets, places)).toEqual([]);
    // And the search finds what is there: the school's name is no secret.
    expect(hits({ name: server.demo.school_name }, places).length).toBeGreaterThan(0);
  });
});

// P27: whatever a pupil answers, opens, types or leaves out, the server is asked for the same things.
test('requests before sending are the same whatever is chosen', async ({ visit, wire, home }) => {
  const journeys = [
    async (page) => pupil.fill(page, {}),
    async (page) => pupil.fill(page, { danger: 'danger-yes', about: 'about-lots', what: ['category-weapon', 'category-other'], leaveOut: ['Ms Priya Kaur'], letRead: ['Mr Owen Price'], text: 'x'.repeat(4_000) }),
    async (page) => {
      await pupil.ready(page);
      await page.getByRole('link', { name: 'Get help now' }).first().click();
      await page.keyboard.press('End');
    },
  ];
  const arrivals = [];
  for (const journey of journeys) {
    const from = wire.exchanges.length;
    const page = await visit(home);
    await pupil.ready(page);
    await page.waitForLoadState('networkidle');
    const own = wire.exchanges.length;
    await journey(page);
    // Everything was fetched on arrival; the journey itself asked for nothing.
    expect(wire.asked(own)).toEqual([]);
    // A browser fetches the parts of a page side by side, so their order is chance.
    arrivals.push(wire.asked(from).sort());
    await page.close();
  }
  expect(arrivals[1]).toEqual(arrivals[0]);
  expect(arrivals[2]).toEqual(arrivals[0]);
});

// P27: the sealed request itself has one size for every short report, danger aside.
test('every sealed request has the same size', async ({ visit, wire, home }) => {
  for (const changes of [{}, { leaveOut: ['Ms Priya Kaur'], what: ['category-hate', 'category-drugs'], text: 'y'.repeat(2_500) }]) {
    const page = await visit(home);
    await pupil.fill(page, changes);
    await pupil.sendButton(page).click();
    await pupil.at(page, 'sent-title');
    await page.close();
  }
  const sent = wire.exchanges.filter(({ url }) => url.endsWith('/gateway'));
  expect(sent.map(({ body }) => body.length)).toEqual([32_768, 32_768]);
  const shape = ({ rawHeaders, answer }) => [rawHeaders.filter((_, at) => at % 2 === 0), answer.status, answer.bytes.length];
  expect(shape(sent[0])).toEqual(shape(sent[1]));
});

// P21: one address for the whole journey, a poster's fingerprint leaves it at once, and no entry in the history.
test('the address never changes', async ({ visit, server, home, wire }) => {
  const page = await visit(server.demo.poster_path);
  const address = `${wire.origin}${home}`;
  await pupil.ready(page);
  expect(page.url()).toBe(address);
  const length = await page.evaluate(() => history.length);
  const titles = new Set([await page.title()]);
  await pupil.fill(page);
  const code = await pupil.send(page);
  titles.add(await page.title());
  await pupil.press(page, 'done-start');
  await pupil.comeBack(page, code);
  await pupil.at(page, 'mailbox-sent-title');
  titles.add(await page.title());
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(length);
  expect([...titles]).toHaveLength(1);
});

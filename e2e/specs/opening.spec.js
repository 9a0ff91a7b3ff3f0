// Going live: a school that is not ready says so, takes nothing in, and shows its adults what is missing (XAM-23).

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

const form = (page, name) => page.getByRole('region', { name: t(name), exact: true });
const line = (page, name) => page.getByRole('region', { name: t('gate-items') }).getByRole('listitem').filter({ hasText: t(name) });

async function gate(visit, server, role, options) {
  const page = await adult.signIn(visit, server, role, options);
  await adult.go(page, 'gate');
  await adult.at(page, 'gate');
  await expect(form(page, 'gate-items')).toBeVisible();
  return page;
}

test.describe('a school that did not go live', () => {
  test.use({ scene: 'new' });

  // XAM-23: nowhere to write, so no words are lost; help is there; the way back with seven words stays.
  test('pupils read "not open yet", and who answers now', async ({ visit, server }) => {
    test.setTimeout(240_000);
    const page = await visit(server.demo.poster_path);
    await pupil.ready(page);
    await expect(page.getByText(p('not-open-short'))).toBeVisible();
    await look(page, 'opening-1-landing');
    await expect(page.getByRole('link', { name: p('door-tell') })).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('link', { name: p('door-help') })).toBeVisible();
    await expect(page.getByRole('link', { name: /999/ }).first()).toBeVisible();
    await page.getByRole('link', { name: p('way-title') }).click();
    await pupil.at(page, 'return-title');
  });

  // XAM-23: adults see what is missing and who can mend it; each signs only for what is theirs; the server holds the gate.
  test('adults sign for what is theirs, and the gate holds while anything is missing', async ({ visit, server, wire }) => {
    test.setTimeout(300_000);
    const head = await gate(visit, server, 'head');
    await expect(head.getByText(t('gate-closed'))).toBeVisible();
    await expect(form(head, 'sign-practice')).toHaveCount(0);
    const terms = form(head, 'sign-terms');
    await terms.getByRole('button', { name: t('sign-terms-go') }).click();
    await expect(terms.getByRole('alert')).toContainText(t('wrong-officer'));
    await terms.getByText(t('sign-terms-read')).click();
    await look(head, 'opening-3-head');
    await terms.getByLabel(t('sign-officer')).fill('Ms Ada Data');
    await terms.getByRole('button', { name: t('sign-terms-go') }).click();
    await expect(line(head, 'gate-terms')).toContainText('Ms Ada Data');
    // XAM-2: terms that changed since are shown beside what was signed. The server's own answer, as it will be when they do.
    await adult.go(head, 'board');
    wire.change('/api/v1/gate', (bytes) => {
      const gate = JSON.parse(bytes);
      const text = gate.terms.text.replace('Nobody tries to find out', 'No adult tries to find out').replace(/\n10\..*/, '');
      gate.signed_before = { version: gate.terms.version - 1, text };
      for (const each of gate.lines) if (each.item === 'terms') each.done = false;
      return JSON.stringify(gate);
    });
    await adult.go(head, 'gate');
    await expect(line(head, 'gate-terms')).toContainText(t('gate-terms-again'));
    const changes = form(head, 'sign-terms').getByRole('region', { name: t('terms-changed') });
    await expect(changes.getByRole('listitem')).toHaveText([/^Was: 4\. No adult tries/, /^Now: 4\. Nobody tries/, /^Now: 10\. /]);
    await look(head, 'opening-3b-terms');
    wire.unchange('/api/v1/gate');
    await adult.go(head, 'board');
    await adult.go(head, 'gate');
    await expect(changes).toHaveCount(0);
    await form(head, 'sign-assessment').getByLabel(t('sign-officer')).fill('Ms Ada Data');
    await form(head, 'sign-assessment').getByRole('button', { name: t('sign-assessment-go') }).click();
    await expect(line(head, 'gate-assessment')).toContainText(t('gate-done'));

    const lead = await gate(visit, server, 'lead');
    await expect(form(lead, 'sign-terms')).toHaveCount(0);
    await form(lead, 'sign-practice').getByLabel(t('sign-took-part')).fill('Ms Kaur and Mr Adeyemi');
    await form(lead, 'sign-practice').getByRole('button', { name: t('sign-practice-go') }).click();
    await expect(line(lead, 'gate-practice')).toContainText('Mr Adeyemi');

    const admin = await gate(visit, server, 'admin', { trouble: /Failed to load resource/ });
    await expect(line(admin, 'gate-terms')).toContainText('Mrs Helen Ferris');
    await expect(line(admin, 'gate-contacts')).toContainText(t('gate-done'));
    await expect(line(admin, 'gate-readers')).toContainText(t('inbox-head'));
    await expect(line(admin, 'gate-recovery')).toContainText(t('gate-waits'));
    await adult.press(admin, 'gate-open');
    await expect(admin.getByRole('alert')).toContainText(t('fail-not-ready'));
    await look(admin, 'opening-4-admin');
    await adult.go(admin, 'audit');
    await expect(admin.getByRole('table').getByText(t('entry-signed-off'))).toHaveCount(3);

    const page = await visit(server.demo.poster_path);
    await pupil.ready(page);
    await expect(page.getByText(p('not-open-short'))).toBeVisible();
  });
});

// A demo is looked at, not gone live with: it is open, and says that it did not go through the gate.
test('the demo school is open, and says how', async ({ visit, server, home }) => {
  const page = await visit(home);
  await pupil.ready(page);
  await expect(page.getByText(p('not-open-short'))).toBeHidden();
  const admin = await gate(visit, server, 'admin');
  await expect(admin.getByText(t('gate-open-demo'))).toBeVisible();
  await expect(admin.getByRole('button', { name: t('gate-open'), exact: true })).toHaveCount(0);
});

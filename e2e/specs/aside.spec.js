// A conflict of interest: a reader gives a case to a colleague who joined after it came, and steps aside from it for good.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { staff as t } from '../fixtures/words.js';

test.use({ scene: 'newcomer' });
test.describe.configure({ timeout: 300_000 });

const TITLE = 'Coat pegs';
const WORDS = /coat on the floor by the pegs/;
const WHY = 'My nephew is in this.';
const aMinute = 61_000;

// 2c, 2c.6, XAM-3, XAM-15: somebody else is given the case first; then nothing of it is left on the screens of who stepped aside.
test('a reader gives a case to a colleague and steps aside from it', async ({ visit, server }) => {
  const colleague = await adult.signIn(visit, server, 'reader');
  // A later reader has no older case until somebody gives it to them.
  await expect(colleague.getByText(t('empty-open'))).toBeVisible();
  await expect(adult.rows(colleague, t('row-colleague'))).toHaveCount(0);

  const lead = await adult.signIn(visit, server, 'lead');
  await adult.open(lead, 'reason-follow-up', TITLE);
  const aside = async () => {
    await lead.getByRole('button', { name: t('aside'), exact: true }).click();
    await adult.press(lead, 'aside-go');
    await expect(lead.getByRole('alert')).toContainText(t('wrong-rationale'));
    await lead.getByRole('form', { name: t('aside-title') }).getByLabel(t('aside-why')).fill(WHY);
    await adult.press(lead, 'aside-go');
  };
  // The deputy would be alone with it.
  await aside();
  await expect(lead.getByText(t('fail-too-few'))).toBeVisible();
  await look(lead, 'staff-21-aside-too-few');
  await lead.getByRole('button', { name: t('cancel') }).click();
  await lead.getByRole('button', { name: t('share'), exact: true }).click();
  const people = lead.getByLabel(t('adult'), { exact: true });
  await expect(people.getByRole('option')).toHaveCount(2);
  await people.selectOption({ index: 1 });
  await look(lead, 'staff-22-share');
  await adult.press(lead, 'share-go');
  await expect(lead.getByText(t('event-rewrapped'))).toBeVisible();
  // Words that were typed and not sent go with the case.
  await lead.getByRole('textbox', { name: t('reply-label') }).fill('I will ask my sister.');
  await aside();
  await expect(lead.getByText(t('say-aside')).first()).toBeAttached();
  const leads = lead.getByRole('main');
  await expect(leads.getByText(TITLE)).toHaveCount(0);
  await lead.goBack();
  await expect(leads.getByText(t('case-not-here'))).toBeVisible();
  await expect(leads.getByText(WORDS)).toHaveCount(0);
  await look(lead, 'staff-23-case-not-here');
  await adult.go(lead, 'audit');
  await expect(lead.getByRole('heading', { name: t('audit-good-title') })).toBeVisible();
  await expect(lead.getByRole('cell', { name: t('event-received') })).toHaveCount(0);

  // The colleague's page asks by itself, however long it slept.
  await colleague.clock.fastForward(aMinute);
  await expect(adult.rows(colleague, t('row-colleague'))).toHaveCount(1);
  await adult.open(colleague, 'reason-taking-over', t('row-colleague'));
  await expect(colleague.getByText(WORDS)).toBeVisible();
  const chronology = colleague.getByRole('region', { name: t('chronology') });
  await expect(chronology).toContainText(WHY);
  // Who stepped aside is not offered it again: it would leave the case with one reader.
  await colleague.getByRole('button', { name: t('share'), exact: true }).click();
  await expect(colleague.getByText(t('share-nobody'))).toBeVisible();

  // The pupil's next words reach who stays, and nobody else.
  const mailbox = await visit(server.demo.poster_path);
  await pupil.comeBack(mailbox, server.demo.codes['coat-pegs'].split(' '));
  await pupil.answer(mailbox, 'Today they hid it.', 'answer-label-more', 'answer-send-more');
  await colleague.clock.fastForward(aMinute);
  await expect(colleague.getByRole('button', { name: t('case-fresh-read') })).toBeVisible();
  await adult.go(lead, 'board');
  await lead.clock.fastForward(aMinute);
  await expect(lead.getByText(t('empty-open'))).toBeVisible();
  await expect(lead.getByRole('region', { name: t('lane-eyes') }).getByRole('listitem')).toHaveCount(0);
});

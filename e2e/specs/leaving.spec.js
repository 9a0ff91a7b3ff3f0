// A reader leaves: what they read goes on with others, in seven people's browsers.

import * as adult from '../fixtures/adult.js';
import { joins } from '../fixtures/joining.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p, staff as t } from '../fixtures/words.js';

const DEPUTY = 'Mr Tunde Adeyemi';
const LEAD = 'Ms Priya Kaur';
const REPORT = 'Somebody in the sports hall office frightens me.';

async function report(visit, server, leaveOut, text) {
  const page = await visit(server.demo.poster_path);
  await pupil.fill(page, { leaveOut, text });
  const code = await pupil.send(page);
  await page.close();
  return code;
}

const holders = async (visit, server) => Promise.all(['lead', 'deputy', 'head'].map((role) => adult.signIn(visit, server, role)));

// 2d.8, P52, P60, XAM-8: end date, hand-over with proof, key destroyed, certificate; the deputy was left out and stays so.
test('a leaver hands over, the key is destroyed, and the case goes on', async ({ visit, server }) => {
  test.setTimeout(420_000);
  const code = await report(visit, server, [DEPUTY], REPORT);
  const admin = await adult.signIn(visit, server, 'admin');
  const keepers = await holders(visit, server);
  const [lead, deputy] = keepers;
  const ada = await joins({ visit, server }, admin, keepers, 'Miss Ada Okoro', 'a.okoro');
  await joins({ visit, server }, admin, keepers, 'Mr Ben Okafor', 'b.okafor');

  await adult.go(admin, 'audit');
  await adult.go(admin, 'adults');
  await admin.getByRole('button', { name: `${t('end')} ${LEAD}` }).click();
  // Not before the cases are handed over.
  await admin.getByLabel(t('end-reason')).fill('Retires.');
  await admin.getByRole('checkbox', { name: t('end-destroy') }).check();
  await adult.press(admin, 'end-go');
  await expect(admin.getByText(t('fail-not-handed'))).toBeVisible();
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await admin.getByLabel(t('leave-day'), { exact: true }).fill(soon);
  await adult.press(admin, 'leave-set');
  await expect(admin.getByRole('row', { name: LEAD })).toContainText('Leaves on');

  await adult.go(lead, 'audit');
  await adult.go(lead, 'adults');
  await expect(lead.getByRole('heading', { name: t('hand-title') })).toBeVisible();
  await adult.press(lead, 'hand-go');
  await expect(lead.getByText(/Two others can open/)).toBeVisible();
  await expect(lead.getByText(/could not be handed over/)).toHaveCount(0);
  await lead.screenshot({ path: 'results/shots/staff-19-handed-over.png', fullPage: true });

  await adult.go(admin, 'audit');
  await adult.go(admin, 'adults');
  await expect(admin.getByRole('row', { name: LEAD })).toContainText(t('leaves-handed'));
  await admin.getByRole('button', { name: `${t('end')} ${LEAD}` }).click();
  await admin.getByLabel(t('end-reason')).fill('Retires.');
  await admin.getByRole('checkbox', { name: t('end-destroy') }).check();
  await adult.press(admin, 'end-go');
  await expect(admin.getByRole('row', { name: LEAD })).toContainText(t('state-ended'));
  const certificate = admin.getByRole('region', { name: `${t('certificate')}, ${LEAD}` });
  await expect(certificate).toContainText(t('certificate-destroyed'));
  await expect(certificate).not.toContainText(t('certificate-kept'));
  await certificate.screenshot({ path: 'results/shots/staff-20-certificate.png' });

  // The new reader opens what only the leaver could read; whoever was left out still sees nothing.
  await adult.signInAgain(ada.page, ada.who);
  await expect(ada.page.getByText(t('news-title'))).toBeVisible();
  await adult.press(ada.page, 'news-seen');
  await expect(ada.page.getByText(t('news-title'))).toHaveCount(0);
  await adult.open(ada.page);
  await expect(ada.page.getByText(REPORT)).toBeVisible();
  await adult.go(deputy, 'board');
  await expect(adult.rows(deputy)).toHaveCount(0);
  const mailbox = await visit(server.demo.poster_path);
  await pupil.comeBack(mailbox, code);
  await mailbox.getByText(p('opened-title')).click();
  await expect(mailbox.getByText(p('opened-holds'))).toBeVisible();
});

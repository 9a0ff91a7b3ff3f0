// A report about an adult who could read it: it goes to whoever is above them, and to nobody who works for them.

import * as adult from '../fixtures/adult.js';
import { look } from '../fixtures/axe.js';
import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { pupil as p } from '../fixtures/words.js';

const HEAD = 'Mrs Helen Ferris';
const CHAIR = 'Mr Owen Price';
const TEXT = 'She shouts at my sister when nobody is there.';

// S1.5, F5, 2e.2: what is about the head is the chair's; the lead and the head get no row, no count and no search hit.
test('a report about the head goes to the chair alone', async ({ visit, server, home }) => {
  const page = await visit(home);
  await pupil.enter(page);
  await pupil.danger(page, 'danger-yes');
  await pupil.press(page, 'calls-on');
  await pupil.about(page, 'about-someone-else');
  await pupil.what(page, ['category-bullying']);
  await pupil.at(page, 'readers-title');
  await pupil.press(page, 'readers-about-yes');
  await expect(page.getByText(p('readers-about-who'))).toBeFocused();
  await look(page, 'pupil-33-about-whom');
  await page.getByRole('button', { name: HEAD, exact: true }).press('Enter');
  await expect(page.getByText(p('readers-about-done'))).toBeVisible();
  const chosen = page.getByRole('listitem').filter({ has: page.getByText(p('readers-in'), { exact: true }) });
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText(CHAIR);
  await look(page, 'pupil-34-about-the-head');
  await pupil.press(page, 'step-next');
  await pupil.device(page);
  await pupil.words(page, TEXT);
  await pupil.send(page);

  for (const [role, rows] of [['chair', 1], ['lead', 0], ['head', 0]]) {
    const board = await adult.signIn(visit, server, role);
    await expect(adult.rows(board)).toHaveCount(rows);
  }
});

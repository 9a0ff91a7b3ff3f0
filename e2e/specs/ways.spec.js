// The pupil's whole way there and back, by other ways than a mouse: a finger on a small phone, and a switch.

import { Finger, Switch } from '../fixtures/hands.js';
import { comeBack, report } from '../fixtures/journey.js';
import { test } from '../fixtures/test.js';

// P16: every button is large enough and under nothing, at the width of the smallest phone.
test('by touch at 320 px', async ({ visit, home }) => {
  const page = await visit(home, { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
  const finger = new Finger(page);
  await comeBack(finger, await report(finger));
});

// P16: Tab and Space are enough: no answer is out of their reach, and doors open as buttons do.
test('by a switch that is Tab and Space', async ({ visit, home }) => {
  const page = await visit(home);
  const two = new Switch(page);
  await comeBack(two, await report(two));
});

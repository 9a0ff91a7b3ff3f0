// Security headers on every answer, and the policy at work in the browser (R45).

import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';

const WANTED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};

test('every answer carries them and none says more', async ({ wire }) => {
  const manifest = await (await fetch(`${wire.origin}/manifest.json`)).json();
  const assets = Object.keys(manifest).map((path) => `/${path.replace(/^\//, '')}`);
  const api = ['/api/v1/schools/thornmere', '/api/v1/schools/nobody', '/api/v1/cases', '/api/v1/nothing', '/no/such/page'];
  for (const path of ['/', '/staff', '/s/thornmere', ...assets, ...api]) {
    const answer = await fetch(wire.origin + path);
    for (const [name, value] of Object.entries(WANTED)) expect(answer.headers.get(name), `${name} of ${path}`).toBe(value);
    const policy = answer.headers.get('content-security-policy');
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
      expect(policy, path).toContain(part);
    }
    expect(policy, path).toMatch(/style-src 'self'(?: 'sha256-[A-Za-z0-9+/=]{44}')+;/);
    expect(policy, path).not.toContain('unsafe-inline');
    expect(policy, path).not.toContain("'unsafe-eval'");
    for (const name of ['set-cookie', 'server', 'x-powered-by', 'via']) expect(answer.headers.get(name), path).toBeNull();
    if (path.startsWith('/api/')) expect(answer.headers.get('cache-control'), path).toBe('no-store');
  }
});

test('the policy stops what a hole in the page would need', async ({ visit, home }) => {
  const page = await visit(home, { trouble: /./ });
  await pupil.ready(page);
  const stopped = await page.evaluate(async () => {
    const script = document.createElement('script');
    let text = 'refused';
    try {
      script.text = 'window.ran = true';
      document.body.append(script);
      text = window.ran ? 'ran' : 'refused';
    } catch { /* Trusted Types throw. */ }
    let markup = 'refused';
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">');
      await new Promise((next) => setTimeout(next, 100));
      markup = window.ran ? 'ran' : 'refused';
    } catch { /* As above. */ }
    // The pupil's page is built from nodes: even harmless markup from a text is refused.
    let harmless = 'refused';
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>bold</b>');
      harmless = 'taken';
    } catch { /* As above. */ }
    // A second sheet is not the one whose hash the policy names.
    const sheet = document.createElement('style');
    sheet.textContent = 'html { outline: 7px solid red }';
    document.head.append(sheet);
    const styled = getComputedStyle(document.documentElement).outlineWidth === '7px' ? 'styled' : 'refused';
    const elsewhere = await fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused');
    const frame = document.createElement('iframe');
    frame.src = '/';
    document.body.append(frame);
    // Not in this function: the debugger that runs it may evaluate what the page may not.
    const evaluated = await new Promise((done) => setTimeout(() => {
      try { done((0, globalThis['ev' + 'al'])('"ran"')); } catch { done('refused'); }
    }, 0));
    return { text, markup, harmless, styled, elsewhere, evaluated, framed: frame.contentDocument?.body?.childElementCount ?? 0 };
  });
  expect(stopped).toEqual({ text: 'refused', markup: 'refused', harmless: 'refused', styled: 'refused', elsewhere: 'refused', evaluated: 'refused', framed: 0 });
});

// What a first visit costs, and that every visitor gets the same bytes (F1, F5).

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as pupil from '../fixtures/pupil.js';
import { expect, test } from '../fixtures/test.js';
import { decoded } from '../fixtures/wire.js';

// The same limits that hold when the site is built.
const { first_visit: LIMIT, after: AFTER } = JSON.parse(readFileSync(join(import.meta.dirname, '../../frontend/budget.json'), 'utf8'));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// F1: a phone on a slow line. Everything the page needs until a report could be sent, as it crossed the wire.
test('a first visit fits its budget', async ({ visit, wire, server }) => {
  const page = await visit(server.demo.poster_path);
  await pupil.ready(page);
  await page.waitForLoadState('networkidle');
  // What every visit fetches once the page runs has a limit of its own.
  const later = wire.exchanges.filter(({ url }) => url.startsWith('/assets/extras.'));
  const first = wire.exchanges.filter((one) => !later.includes(one));
  const sizes = first.map(({ url, answer }) => `${url} ${answer.bytes.length}`);
  const bytes = (some) => some.reduce((sum, { answer }) => sum + answer.bytes.length, 0);
  console.log(`a first visit: ${bytes(first)} bytes in ${sizes.length} answers\n${sizes.join('\n')}`);
  expect(LIMIT.limit_bytes).toBeLessThanOrEqual(150_000);
  expect(LIMIT.limit_requests).toBeLessThanOrEqual(8);
  expect(later).toHaveLength(AFTER.files.length);
  expect(bytes(later)).toBeLessThanOrEqual(AFTER.limit_bytes);
  expect(bytes(first), sizes.join('\n')).toBeLessThanOrEqual(LIMIT.limit_bytes);
  expect(sizes.length, sizes.join('\n')).toBeLessThanOrEqual(LIMIT.limit_requests);
  // The build counts the school's answer by this number, so it must not be less than what a school really sends.
  const asked = wire.exchanges.filter(({ url }) => url.startsWith('/api/'));
  expect(asked).toHaveLength(LIMIT.api_requests);
  expect(bytes(asked)).toBeLessThanOrEqual(LIMIT.api_bytes);
  // The browser says the same: nothing came from anywhere else, and no part came twice.
  const own = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]));
  const crossed = new Map(wire.exchanges.map(({ url, answer }) => [new URL(url, wire.origin).pathname, answer.bytes.length]));
  expect(crossed.size).toBe(sizes.length + later.length);
  for (const [path, size] of own) expect(crossed.get(path), path).toBe(size);
  const before = wire.exchanges.length;
  await pupil.fill(page);
  expect(wire.asked(before)).toEqual([]);
  expect(wire.asked().filter((asked) => asked.includes('staff'))).toEqual([]);
  for (const { url, answer } of wire.exchanges.filter(({ url }) => url.startsWith('/assets/'))) {
    expect(answer.headers['cache-control'], url).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding'], url).toBe('br');
  }
});

// F5: nobody can be given a page of their own.
test('pages are the same bytes for every visitor', async ({ wire }) => {
  const visitors = [
    {},
    { 'user-agent': 'Mozilla/5.0 (Linux; Android 8.0.0)', 'accept-language': 'pl, ar;q=0.5' },
    { cookie: 'id=1', 'x-forwarded-for': '203.0.113.9', referer: 'https://example.org/', dnt: '1' },
  ];
  for (const [path, same] of [['/', '/s/thornmere'], ['/staff', '/s/thornmere/staff'], ['/', '/s/no-such-school']]) {
    const answers = new Set();
    for (const headers of visitors) {
      for (const address of [path, same]) {
        const answer = await fetch(wire.origin + address, { headers });
        const kept = [...answer.headers].filter(([name]) => name !== 'date').map((pair) => pair.join(': '));
        answers.add(`${sha256(Buffer.from(await answer.arrayBuffer()))}\n${kept.join('\n')}`);
      }
    }
    expect([...answers], `${path} and ${same}`).toHaveLength(1);
  }
});

// F5: the published list of hashes is the list of what is served, packed or not.
test('every file is the one in the manifest', async ({ wire }) => {
  const manifest = await (await fetch(`${wire.origin}/manifest.json`)).json();
  const files = Object.entries(manifest);
  const pages = { 'index.html': '/', 'staff.html': '/staff', 'kept.html': '/kept' };
  expect(files.length).toBeGreaterThanOrEqual(8);
  for (const [path, hash] of files) {
    for (const encoding of ['identity', 'br']) {
      const before = wire.exchanges.length;
      const address = pages[path] ?? `/${path.replace(/^\//, '')}`;
      const answer = await fetch(wire.origin + address, { headers: { 'accept-encoding': encoding } });
      expect(answer.status, path).toBe(200);
      const { headers, bytes } = wire.exchanges[before].answer;
      expect(sha256(decoded(bytes, headers)), `${path} as ${encoding}`).toBe(hash);
    }
  }
});

// The page names its own parts by hash: a changed file would not run.
test('every part of the pages is pinned by its hash', async ({ wire }) => {
  for (const path of ['/', '/staff']) {
    const answer = await fetch(wire.origin + path);
    const policy = answer.headers.get('content-security-policy');
    const html = await answer.text();
    const parts = html.match(/<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*>/g);
    expect(parts.length).toBeGreaterThanOrEqual(1);
    for (const part of parts) expect(part).toMatch(/integrity="sha(256|384|512)-/);
    // Browsers cannot check a preload of this kind by itself: what takes it, does.
    const preloads = html.match(/<link rel="preload"[^>]*>/g);
    expect(preloads).toHaveLength(1);
    const module = /href="([^"]+)"/.exec(preloads[0])[1];
    const script = await (await fetch(wire.origin + /<script[^>]* src="([^"]+)"/.exec(html)[1])).text();
    expect(script).toMatch(new RegExp(`fetch\\("${module.replaceAll('.', '\\.')}", \\{\\s*integrity: "sha256-`));
    expect(html).not.toMatch(/\sstyle="|\son\w+="|<script(?![^>]*\ssrc=)/);
    // A style sheet inside a page is the one whose hash the policy names; there is none on the staff page.
    const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)];
    expect(html.match(/<style/g) ?? []).toHaveLength(sheets.length);
    expect(sheets).toHaveLength(path === '/' ? 1 : 0);
    for (const [, sheet] of sheets) expect(policy).toContain(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
  }
});

// What a pupil and an adult wait for in Chromium: `node bench/browser.mjs FOLDER`, where FOLDER holds the school that
// `bench make` made; it is served by the release binary. Prints one figure a line, each visit's own in parentheses.
// Asserts nothing.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('@playwright/test');
const [folder] = process.argv.slice(2);
const made = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));

const program = process.env.SOTTO_BENCH_SERVER || new URL('../target/release/sotto', import.meta.url).pathname;
const server = spawn(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0', '--log-level', 'warn'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => server.kill('SIGTERM'));
const url = await new Promise((resolve, reject) => {
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  server.stdout.on('data', (said) => {
    const found = /listening on (http:\S+)/.exec(said);
    if (found) resolve(found[1]);
  });
});

const words = (file) => {
  const text = readFileSync(new URL(`../packs/text/en/${file}.ftl`, import.meta.url), 'utf8');
  const found = new Map([...text.matchAll(/^([a-z0-9-]+) = (.+)$/gm)].map(([, id, value]) => [id, value]));
  return (id) => found.get(id) ?? id;
};
const [pupil, staff] = [words('pupil'), words('staff')];

// The preset the peers were measured with: DevTools "Slow 4G", and a processor four times slower.
const SLOW = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const VISITS = 5;
// Rows on the page when it is scrolled: each press on "show more" draws fifty.
const PRESSES = 10;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const figure = (name, numbers, unit = 'ms') => {
  const all = numbers.map((number) => Math.round(number)).join(' ');
  console.log(`${name.padEnd(52)} ${String(Math.round(median(numbers))).padStart(8)} ${unit}   (${all})`);
};

const browser = await chromium.launch({
  executablePath: process.env.SOTTO_E2E_CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info'],
});

const said = (name, text) => console.log(`${name.padEnd(52)} ${text}`);
said('machine', `${cpus().length} cores of ${cpus()[0].model}`);
said('when', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC');
said('browser', `Chromium ${browser.version()}, headless, no GPU`);
said('load of the machine before (1 minute)', loadavg()[0].toFixed(2));

const watchTasks = () => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.longTasks.push({ at: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask', buffered: true });
};

/** A page of a new visitor that counts tasks over 50 ms. */
async function visit(address, slow) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  if (slow) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.addInitScript(watchTasks);
  await page.goto(new URL(address, url).href, { waitUntil: 'commit' });
  return { page, context };
}

const paint = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const found = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
        if (found()) return resolve(found());
        return new PerformanceObserver(() => found() && resolve(found())).observe({ type: 'paint', buffered: true });
      }),
  );

const longest = (page) => page.evaluate(() => Math.max(0, ...globalThis.longTasks.map((task) => task.ms)));

/** The page shows the school's own name once the worker has checked the signed directory: from here on it can seal. */
async function ready(page) {
  await page.getByText(made.school).first().waitFor();
  return page.evaluate(() => performance.now());
}

async function firstVisits(slow) {
  const [paints, readies, tasks] = [[], [], []];
  for (let time = 0; time < VISITS; time += 1) {
    const { page, context } = await visit(made.pupil, slow);
    paints.push(await paint(page));
    readies.push(await ready(page));
    tasks.push(await longest(page));
    await context.close();
  }
  const how = slow ? 'slow 4G, 4x slower CPU' : 'unthrottled';
  figure(`first paint, ${how}`, paints);
  figure(`sealing ready, ${how}`, readies);
  figure(`longest main-thread task until then, ${how}`, tasks);
}

const press = (page, id) => page.getByRole('button', { name: pupil(id), exact: true }).click();

async function answer(page, title, id) {
  await page.getByRole('heading', { level: 1, name: pupil(title) }).waitFor();
  await page.getByRole('radio', { name: pupil(id), exact: true }).check();
  await press(page, 'step-next');
}

/** Writes 2 KB, then measures from the press on "Send" until the receipt is on the screen. */
async function sending() {
  const [times, tasks] = [[], []];
  for (let time = 0; time < VISITS; time += 1) {
    const { page, context } = await visit(made.pupil, false);
    await ready(page);
    await page.getByRole('link', { name: pupil('door-tell') }).click();
    await answer(page, 'danger-title', 'danger-no');
    await answer(page, 'about-title', 'about-me');
    await page.getByRole('heading', { level: 1, name: pupil('what-title') }).waitFor();
    await page.getByRole('checkbox', { name: pupil('category-bullying'), exact: true }).check();
    await press(page, 'step-next');
    await page.getByRole('heading', { level: 1, name: pupil('readers-title') }).waitFor();
    await press(page, 'step-next');
    await page.getByRole('textbox', { name: pupil('words-title') }).fill('They wait by the gate. '.repeat(90).slice(0, 2048));
    await press(page, 'step-next');
    const send = page.getByRole('button', { name: /^Send to \d+ (person|people)$/ });
    await send.waitFor();
    // Both ends are taken inside the page, so that the driver's own round trips do not count.
    const took = page.evaluate(
      (title) =>
        new Promise((resolve) => {
          let pressed = 0;
          addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
          new MutationObserver(() => {
            if (pressed && document.querySelector('h1')?.textContent.includes(title)) resolve(performance.now() - pressed);
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
      pupil('sent-title'),
    );
    await send.click();
    times.push(await took);
    tasks.push(await longest(page));
    await context.close();
  }
  figure(`seal and send to ${made.readers} readers, unthrottled`, times);
  figure('longest main-thread task of a whole report', tasks);
}

/** Memory of the page's process, its worker and Chromium's own code in it included; shared pages divided by who shares them. */
async function renderers(devtools) {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const mb = ({ id }) => (Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]) * 1024) / 1e6;
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(mb));
}

/** Scrolls down from the top, a little with each frame. */
async function scrolled(page, name) {
  const frames = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const gaps = [];
        scrollTo(0, 0);
        let last = performance.now();
        const step = (now) => {
          gaps.push(now - last);
          last = now;
          scrollBy(0, 40);
          if (gaps.length < 240) requestAnimationFrame(step);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  const dropped = frames.filter((gap) => gap > 25).length;
  said(name, `${String(dropped).padStart(8)} of ${frames.length} took over 25 ms, longest ${Math.round(Math.max(...frames))} ms`);
}

/** Signs in, waits for the first rows, then for all of them, draws more, scrolls and searches. */
async function board() {
  const whole = await browser.newBrowserCDPSession();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  await page.goto('about:blank');
  figure('memory of an empty page (PSS)', [await renderers(whole)], 'MB');
  await page.goto(new URL(made.staff, url).href);
  await page.getByRole('heading', { level: 1, name: staff('sign-in-title') }).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('input')].filter((input) => input.value).length >= 3);
  figure('memory before sign-in (PSS)', [await renderers(whole)], 'MB');
  // All times are taken inside the page, so that the driver's own round trips do not count.
  const times = page.evaluate(
    () =>
      new Promise((resolve) => {
        const at = {};
        addEventListener('click', () => (at.pressed = performance.now()), { capture: true, once: true });
        const look = () => {
          if (!at.inside && document.querySelector('nav.rail')) at.inside = performance.now();
          if (!at.first && document.querySelector('ul.rows li')) at.first = performance.now();
          if (at.first && !document.querySelector('.board-more')) resolve({ ...at, last: performance.now() });
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.getByRole('button', { name: staff('sign-in-go'), exact: true }).click();
  const at = await times;
  figure('sign-in: password stretched here, checked there', [at.inside - at.pressed]);
  figure(`board of ${made.cases}: signed in until the first cases`, [at.first - at.inside]);
  figure('pressed "sign in" until the first cases', [at.first - at.pressed]);
  figure('signed in until the last notice is open and counted', [at.last - at.inside]);
  const tasks = await page.evaluate((from) => globalThis.longTasks.filter((task) => task.at > from).map((task) => task.ms), at.pressed);
  said('main-thread tasks over 50 ms meanwhile', `${String(tasks.length).padStart(8)}, ms: ${tasks.map(Math.round).join(' ')}`);

  await scrolled(page, 'frames while scrolling the first rows');
  for (let press = 0; press < PRESSES; press += 1) {
    await page.locator('section.group p > button.btn').last().click();
  }
  const rows = await page.locator('ul.rows li').count();
  await scrolled(page, `frames while scrolling ${rows} rows`);
  // From a letter in the search box until the next frame after the rows changed.
  const found = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const box = document.querySelector('#find');
        box.value = 'bully';
        const began = performance.now();
        box.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }),
  );
  figure(`search over ${made.cases} cases`, [found]);
  await scrolled(page, 'frames while scrolling what was found');
  figure('memory with the whole board (PSS)', [await renderers(whole)], 'MB');
  said('elements on the page', String(await page.evaluate(() => document.querySelectorAll('*').length)).padStart(8));
  await context.close();
}

/** A leaver's browser opens every case and seals it to a colleague who came later: from the press until the signed word is kept. */
async function handOver() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  const requests = new Map();
  context.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
    const { requestStart, responseEnd } = request.timing();
    requests.set(path, [...(requests.get(path) ?? []), responseEnd - requestStart]);
  });
  await page.goto(new URL(made.staff, url).href);
  await page.getByRole('heading', { level: 1, name: staff('sign-in-title') }).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('input')].filter((input) => input.value).length >= 3);
  await page.getByRole('button', { name: staff('sign-in-go'), exact: true }).click();
  await page.getByRole('navigation', { name: staff('views') }).getByRole('button', { name: staff('adults') }).click();
  const go = page.getByRole('button', { name: staff('hand-go'), exact: true });
  await go.waitFor();
  // All times are taken inside the page, so that the driver's own round trips do not count.
  const times = page.evaluate(
    () =>
      new Promise((resolve) => {
        const steps = [];
        let pressed = 0;
        addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
        const look = () => {
          const bar = document.querySelector('.progress progress');
          if (bar && bar.value !== steps.at(-1)?.value) steps.push({ at: performance.now() - pressed, value: bar.value });
          if (pressed && !bar && steps.length > 1) resolve({ steps, took: performance.now() - pressed, from: pressed });
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
  );
  requests.clear();
  await go.click();
  const { steps, took, from } = await times;
  const outcome = await page.getByRole('region', { name: staff('hand-title') }).getByRole('status').innerText();
  figure(`${made.cases} cases opened, sealed to others and signed for`, [took]);
  said('of it for each case', `${(took / made.cases).toFixed(2).padStart(8)} ms`);
  const gaps = steps.slice(1).map((step, at) => step.at - steps[at].at);
  said('steps of the progress bar', `${String(steps.length).padStart(8)}, first after ${Math.round(steps[0].at)} ms, longest pause ${Math.round(Math.max(...gaps))} ms`);
  const tasks = await page.evaluate((start) => globalThis.longTasks.filter((task) => task.at > start).map((task) => task.ms), from);
  said('main-thread tasks over 50 ms meanwhile', `${String(tasks.length).padStart(8)}, ms: ${tasks.map(Math.round).join(' ')}`);
  for (const [path, times] of requests) {
    const all = times.reduce((sum, time) => sum + time, 0);
    if (times.length > 1) said(path, `${String(times.length).padStart(8)} requests, median ${median(times).toFixed(1)} ms, ${(all / 1000).toFixed(1)} s together`);
  }
  said('what the page said', outcome.replace(/\s+/g, ' '));
  await context.close();
}

if (made.later > 0) {
  await handOver();
} else if (made.cases > 0) {
  await board();
} else {
  await firstVisits(false);
  await firstVisits(true);
  await sending();
}
await browser.close();
server.removeAllListeners('exit');
server.kill('SIGTERM');
await once(server, 'exit');

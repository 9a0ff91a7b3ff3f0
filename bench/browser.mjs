// What a pupil and an adult wait for in Chromium: `node bench/browser.mjs FOLDER`, where FOLDER holds the school that
// `bench make` made; it is served by the release binary. Prints one figure a line. Asserts nothing.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const figure = (name, numbers, unit = 'ms') => {
  const all = numbers.map((number) => Math.round(number)).join(' ');
  console.log(`${name.padEnd(52)} ${String(Math.round(median(numbers))).padStart(8)} ${unit}   (${all})`);
};

const browser = await chromium.launch({
  executablePath: process.env.SOTTO_E2E_CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info'],
});

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
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) globalThis.longTasks.push({ at: task.startTime, ms: task.duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  const began = performance.now();
  await page.goto(new URL(address, url).href, { waitUntil: 'commit' });
  return { page, context, began, devtools };
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

/** Signs in and waits for the first rows, then for all of them, then scrolls. */
async function board() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(new URL(made.staff, url).href);
  await page.getByRole('heading', { level: 1, name: staff('sign-in-title') }).waitFor();
  const go = page.getByRole('button', { name: staff('sign-in-go'), exact: true });
  await page.waitForFunction(() => [...document.querySelectorAll('input')].filter((input) => input.value).length >= 3).catch(() => {});
  await go.click();
  await page.getByRole('navigation', { name: staff('views') }).waitFor({ timeout: 120_000 });
  const began = performance.now();
  await page.locator('ul.rows li').first().waitFor({ timeout: 300_000 });
  figure(`board of ${made.cases}: signed in until the first cases`, [performance.now() - began]);
  await page.waitForFunction(() => !document.querySelector('.board-more'), null, { timeout: 300_000 });
  figure('until the last one is counted', [performance.now() - began]);
  const frames = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const gaps = [];
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
  console.log(`${'frames over 25 ms while scrolling'.padEnd(52)} ${String(dropped).padStart(8)} of ${frames.length}, longest ${Math.round(Math.max(...frames))} ms`);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const heap = await page.evaluate(async () => {
    if (!globalThis.crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
    return (await performance.measureUserAgentSpecificMemory()).bytes;
  });
  figure('page heap after the board', [usedSize / 1e6], 'MB');
  if (heap) figure('page and worker', [heap / 1e6], 'MB');
  console.log(`${'elements on the page'.padEnd(52)} ${String(await page.evaluate(() => document.querySelectorAll('*').length)).padStart(8)}`);
  await context.close();
}

if (made.cases > 0) {
  await board();
} else {
  await firstVisits(false);
  await firstVisits(true);
  await sending();
}
await browser.close();
server.removeAllListeners('exit');

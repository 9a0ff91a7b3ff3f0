// Which browser, which database, how long. `SOTTO_E2E_DATABASE` plays one database only; without it both are played.

import { defineConfig } from '@playwright/test';

const only = process.env.SOTTO_E2E_DATABASE;
const databases = [
  { name: 'sqlite', use: { database: 'sqlite' }, testIgnore: 'run_out.spec.js' },
  // The engines differ below the store and nowhere else: there the whole story is enough. What has to run out needs a
  // day to pass in the database, which `psql` can do.
  { name: 'postgres', use: { database: 'postgres' }, testMatch: ['story.spec.js', 'run_out.spec.js'] },
  // The same story while two servers on one database are killed in turn (R10, R42).
  { name: 'postgres-two-nodes', use: { database: 'postgres', nodes: 2 }, testMatch: 'story.spec.js' },
];

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results/traces',
  globalSetup: './fixtures/seed.js',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  projects: databases.filter(({ use }) => !only || use.database === only),
  use: {
    // A trace would hold what a test typed; screenshots are taken where a spec asks for them.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.SOTTO_E2E_CHROMIUM || '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

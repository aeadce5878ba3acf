import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

const port = Number(process.env.E2E_PORT || 3210)
const url = `http://127.0.0.1:${port}`

const pages = /(a11y|smoke)\.spec\.ts/

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  projects: [
    // What holds on every page whatever the data is.
    { name: 'pages', testMatch: pages, fullyParallel: true },
    // The journeys share one database and replace months in it: one after the other.
    { name: 'journeys', testIgnore: pages, workers: 1 },
  ],
  webServer: {
    command: `node scripts/run.mjs e2e-server ${port}`,
    url: `${url}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})

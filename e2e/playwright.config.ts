import { defineConfig } from "@playwright/test";

const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A microphone that beeps every second, for whoever is allowed to use it.
  "--use-fake-device-for-media-stream",
];

export default defineConfig({
  testDir: "specs",
  outputDir: "../test-results",
  // A test waits for half of its time; the other core is for a second one.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  projects: [
    { name: "people", grepInvert: /@measured/, outputDir: "../test-results/people" },
    // What must be seen or heard within so many seconds: `npm test` tries it by itself, while nobody else is at work.
    { name: "measured", grep: /@measured/, workers: 1, outputDir: "../test-results/measured" },
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    // Recording every step costs a third of the time: ask for it when a test must be understood.
    trace: process.env.POLKU_TRACE === "1" ? "retain-on-failure" : "off",
    launchOptions: {
      args: quiet,
      ...(process.env.POLKU_BROWSER ? { executablePath: process.env.POLKU_BROWSER } : {}),
    },
  },
});

import { defineConfig } from "@playwright/test";
import everyday from "./playwright.config.ts";

/** `npm run screenshots`: the pictures of the documents, taken of the running product. Not part of `npm test`. */
export default defineConfig({
  ...everyday,
  testDir: "screenshots",
  testMatch: "**/*.ts",
  use: { ...everyday.use, viewport: { width: 1600, height: 1000 }, trace: "off" },
});

import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Vitest leaves one core to others by default, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["packages/**/*.test.ts", "apps/server/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/.tsbuild/**", "**/dist/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // How long a test waits is no claim about speed: the usual second is over before a busy disk has written.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: "dom",
          environment: "happy-dom",
          setupFiles: ["apps/web/src/testing/everyFile.ts"],
          // Loading the app anew for each file took four fifths of the time.
          isolate: false,
          include: ["apps/web/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/.tsbuild/**", "**/dist/**"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});

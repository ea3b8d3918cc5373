import { defineConfig } from "vitest/config";

// The tests that guard who may do what, what comes through the door, and what erasing reaches.
export default defineConfig({
  test: {
    name: "mutation",
    environment: "node",
    include: [
      "apps/server/src/policies/**/*.test.ts",
      "apps/server/src/rooms/{doorGuard,nesting}.test.ts",
      "apps/server/src/storage/evidenceStore.test.ts",
      "apps/server/src/commands/erase{,Reaches}.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

import { expect, test } from "vitest";
import { killRounds } from "../testing/killRounds.ts";

const rounds = Number(process.env.POLKU_KILLS ?? 20);
const edits = Number(process.env.POLKU_KILL_EDITS ?? 5_000);
const seed = Number(process.env.POLKU_SEED ?? 20_261_124);

// Before a release: POLKU_KILLS=200 POLKU_KILL_EDITS=100000 npm run unit -- apps/server/src/faults/kill.test.ts
test(
  `F1: kill -9, ${rounds} times under eight writers, loses no acknowledged edit (seed ${seed})`,
  { timeout: rounds * 30_000 + edits * 50 },
  async () => {
    const { acknowledged, lost } = await killRounds({ rounds, edits, seed });
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThan(edits / 2);
  },
);

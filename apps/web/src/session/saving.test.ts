import { expect, test } from "vitest";
import { createSaving } from "./saving.ts";

function world() {
  const asked: [number, string][] = [];
  const runs: (() => void)[] = [];
  let sessions = 0;
  const saving = createSaving({
    ask: (version, session) => asked.push([version, session]),
    later: (run) => runs.push(run),
    newSession: () => `s${(sessions += 1)}`,
    tell: () => {},
  });
  return {
    saving,
    asked,
    pass: () => {
      for (const run of runs.splice(0)) run();
    },
  };
}

test("nothing is called saved before the server has answered for it", () => {
  const { saving, asked, pass } = world();
  expect(saving.state()).toBe("saving");
  saving.synced();
  pass();
  expect(asked).toEqual([[0, "s1"]]);
  expect(saving.state()).toBe("saving");
  saving.answered(0, "s1");
  expect(saving.state()).toBe("saved");
});

test("the letters of one burst make one question, and an answer for an older version is not enough", () => {
  const { saving, asked, pass } = world();
  saving.synced();
  pass();
  saving.answered(0, "s1");
  saving.changed();
  saving.changed();
  pass();
  expect(asked.at(-1)).toEqual([2, "s1"]);
  saving.changed();
  saving.answered(2, "s1");
  expect(saving.state()).toBe("saving");
  pass();
  saving.answered(3, "s1");
  expect(saving.state()).toBe("saved");
});

test("an answer of the connection before the break does not count after it", () => {
  const { saving, asked, pass } = world();
  saving.synced();
  pass();
  saving.changed();
  pass();
  saving.lost();
  saving.answered(1, "s1");
  expect(saving.state()).toBe("saving");
  saving.synced();
  pass();
  expect(asked.at(-1)).toEqual([1, "s2"]);
  saving.answered(1, "s1");
  expect(saving.state()).toBe("saving");
  saving.answered(1, "s2");
  expect(saving.state()).toBe("saved");
});

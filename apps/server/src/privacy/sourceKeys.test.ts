import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTestFolder } from "../testing/testFolder.ts";
import { openSourceKeys, seal, unseal } from "./sourceKeys.ts";

let folder: string;
let remove: () => void;

beforeEach(() => {
  ({ folder, remove } = makeTestFolder());
  mkdirSync(path.join(folder, "keys"), { recursive: true });
});
afterEach(() => remove());

const files = (): string[] => readdirSync(path.join(folder, "keys", "sources"));

describe("sealing", () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, "s1/0", Buffer.from("sanat"));

  test("opens with the same key and the same words of what it is about", () => {
    expect(unseal(key, "s1/0", sealed).toString()).toBe("sanat");
    expect(sealed.includes("sanat")).toBe(false);
    expect(seal(key, "s1/0", Buffer.from("sanat")).equals(sealed)).toBe(false);
  });

  test.each([
    ["another key", Buffer.alloc(32, 2), "s1/0", sealed],
    ["another part", key, "s1/1", sealed],
    ["a changed byte", key, "s1/0", Buffer.from(sealed.map((byte, i) => (i === 30 ? byte ^ 1 : byte)))],
    ["a cut end", key, "s1/0", sealed.subarray(0, -1)],
  ])("does not open with %s", (_what, other, about, bytes) => {
    expect(() => unseal(other, about, bytes)).toThrow();
  });
});

describe("the keys of sources", () => {
  test("each source has its own, the same after a restart, and no file holds it plain", () => {
    const keys = openSourceKeys(folder, "secret");
    const [one, two] = [keys.findOrMake("s1"), keys.findOrMake("s2")];
    expect(one).toHaveLength(32);
    expect(one.equals(two)).toBe(false);
    expect(openSourceKeys(folder, "secret").find("s1")).toEqual(one);
    expect(keys.findOrMake("s1")).toEqual(one);
    const kept = files().map((name) => readFileSync(path.join(folder, "keys", "sources", name), "utf8"));
    expect(kept.join("")).not.toContain(one.toString("base64url"));
  });

  test("one that is destroyed is gone for good, and a file of keys brings it back only where it is not", () => {
    const keys = openSourceKeys(folder, "secret");
    const one = keys.findOrMake("s1");
    const listed = keys.list();
    keys.destroy("s1");
    keys.destroy("never there");
    expect([keys.find("s1"), files()]).toEqual([undefined, []]);
    const fresh = keys.findOrMake("s1");
    keys.take(listed);
    expect(keys.find("s1")).toEqual(fresh);
    keys.destroy("s1");
    keys.take(listed);
    expect(keys.find("s1")).toEqual(one);
  });

  test("none can be read after the workspace's key was changed; a new one is made", () => {
    const one = openSourceKeys(folder, "secret").findOrMake("s1");
    const changed = openSourceKeys(folder, "another");
    expect(changed.find("s1")).toBeUndefined();
    expect(changed.findOrMake("s1").equals(one)).toBe(false);
  });
});

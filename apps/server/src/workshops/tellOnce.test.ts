import { expect, test } from "vitest";
import { makeTellOnce } from "./tellOnce.ts";

/** A telling that ends when it is let. */
function held() {
  const told: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const once = makeTellOnce(
    (key) =>
      new Promise((resolve, reject) => {
        told.push(key);
        ends.push((error) => (error ? reject(error) : resolve()));
      }),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { told, ends, once, settled };
}

test("who asks while one is under way gets the next, together with all who ask meanwhile", async () => {
  const { told, ends, once, settled } = held();
  const first = once("a");
  await settled();
  const others = [once("a"), once("a"), once("a")];
  await settled();
  expect(told).toEqual(["a"]);
  ends[0]?.();
  await first;
  await settled();
  expect(told).toEqual(["a", "a"]);
  ends[1]?.();
  await Promise.all(others);
  const later = once("a");
  await settled();
  expect(told).toHaveLength(3);
  ends[2]?.();
  await later;
});

test("who asks before the telling has begun is told by it; another room waits for nobody", async () => {
  const { told, ends, once, settled } = held();
  const all = [once("a"), once("a"), once("b")];
  await settled();
  expect(told).toEqual(["a", "b"]);
  for (const end of ends) end();
  await Promise.all(all);
});

test("one that fails is told to those who asked for it, and the next goes on", async () => {
  const { ends, once, settled } = held();
  const first = once("a");
  await settled();
  const second = once("a");
  ends[0]?.(new Error("no disk"));
  await expect(first).rejects.toThrow("no disk");
  await settled();
  ends[1]?.();
  await second;
});

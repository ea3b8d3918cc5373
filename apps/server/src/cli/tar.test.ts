import fc from "fast-check";
import { expect, test } from "vitest";
import { readTar, writeTar } from "./tar.ts";

const entry = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9./_-]{0,60}$/),
  data: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
});

test("an archive gives back every file as it was put in", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
      const read = readTar(writeTar(entries));
      expect(read.map(({ name, data }) => [name, data.toString("hex")])).toEqual(
        entries.map(({ name, data }) => [name, data.toString("hex")]),
      );
    }),
  );
});

test("an archive that is cut inside a file is refused", () => {
  const whole = writeTar([{ name: "a", data: Buffer.alloc(3_000, 7) }]);
  expect(() => readTar(whole.subarray(0, 2_000))).toThrow("cut short");
});

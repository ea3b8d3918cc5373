import { expect, test } from "vitest";
import { readImage, scaleOf } from "./readImage.ts";

test("what is no image, an SVG, and a file of 60 MB are told apart before anything is sent", async () => {
  expect(await readImage(new Blob(["words"], { type: "text/plain" }))).toBe("notOne");
  expect(await readImage(new Blob(["<svg/>"], { type: "image/svg+xml" }))).toBe("notOne");
  const large = new Blob([new Uint8Array(60 * 1024 * 1024)], { type: "image/png" });
  expect(await readImage(large)).toBe("tooLarge");
});

test("a large image is made smaller, a small one is not made larger", () => {
  expect(scaleOf(4_000, 1_000)).toBe(0.5);
  expect(scaleOf(300, 200)).toBe(1);
});

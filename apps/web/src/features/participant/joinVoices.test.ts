import { expect, test } from "vitest";
import { joinVoices } from "./joinVoices.ts";

const said = (level: number, length: number) => ({
  address: "",
  samples: new Float32Array(length).fill(level),
  seconds: length / 4,
});

test("what was said of several moments is one recording, each with its place in it and silence between", () => {
  const { samples, clips } = joinVoices(
    [
      ["call", said(0.5, 8)],
      ["", said(0.25, 4)],
    ],
    4,
  );
  expect([...samples]).toEqual([...Array<number>(8).fill(0.5), 0, ...Array<number>(4).fill(0.25), 0]);
  expect([...clips]).toEqual([
    ["call", { from: 0, to: 2 }],
    ["", { from: 2.25, to: 3.25 }],
  ]);
});

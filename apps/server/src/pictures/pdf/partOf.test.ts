import { expect, test } from "vitest";
import { partOf } from "./partOf.ts";
import { readSvg, type SvgElement } from "./readSvg.ts";

const picture = readSvg(
  '<svg width="9000" height="10"><g transform="translate(100 0)"><rect x="0" y="0" width="50" height="5"/><rect x="5000" y="0" width="50" height="5"/>' +
    '<g transform="translate(6000 0) scale(0.5)"><path d="M0,0h4"/></g><path d="M0,0h9000"/><text fill="#000"><tspan x="7000" y="1">ä &amp; &lt;ö&gt;</tspan></text></g></svg>',
);

const names = (element: SvgElement | null): string[] =>
  element === null ? [] : [element.name, ...element.children.flatMap(names)];

test("a picture is read with its words as they were written", () => {
  const [map] = picture.children;
  expect(map?.children.at(-1)?.children[0]?.text).toBe("ä & <ö>");
  expect(() => readSvg("<svg><g></svg>")).toThrow();
  expect(() => readSvg("<svg>")).toThrow();
});

test("of a picture only what may be seen between two places is drawn, and what does not say where it lies", () => {
  expect(names(partOf(picture, { from: 0, to: 200 }))).toEqual(["svg", "g", "rect", "path"]);
  expect(names(partOf(picture, { from: 5_050, to: 5_200 }))).toEqual([
    "svg",
    "g",
    "rect",
    "g",
    "path",
    "path",
  ]);
  expect(names(partOf(picture, { from: 7_100, to: 7_200 }))).toEqual([
    "svg",
    "g",
    "g",
    "path",
    "path",
    "text",
    "tspan",
  ]);
});

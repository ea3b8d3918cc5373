import { clipOf, editCell, editText, pinQuote } from "@polku/journey";
import { expect, test } from "vitest";
import { localSession } from "../../session/testing/localSession.ts";
import { clipOfHtml, htmlOfClip, tableOfText, textOfCells, textOfClip } from "./clipText.ts";

test("a table from a spreadsheet is read with its quoted fields, and a list of lines goes along the lane", () => {
  expect(tableOfText('a\tb\r\n"two\nlines"\t"say ""hi"""\r\n')).toEqual([
    ["a", "b"],
    ["two\nlines", 'say "hi"'],
  ]);
  expect(tableOfText("one\ntwo\nthree\n")).toEqual([["one", "two", "three"]]);
  expect(tableOfText("just words")).toEqual([["just words"]]);
});

test("a clip goes through HTML and back whatever its titles hold, and other programs get a table", () => {
  const { session } = localSession();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const laneId = session.view().lanes.find(({ kind }) => kind === "pain")?.id ?? "";
  session.run(editText, { on: "touchpoints", id: touchpointId, key: "title", text: '<b>"A" & \u202eB</b>' });
  session.run(editCell, { laneId, touchpointId, text: "waits\tlong" });
  session.run(pinQuote, { quoteId: "q1", touchpointId });
  const clip = clipOf(session.view(), "test", { stageIds: [], touchpointIds: [touchpointId] });
  expect(clipOfHtml(`<meta charset="utf-8">${htmlOfClip(clip)}`)).toEqual(clip);
  expect(htmlOfClip(clip)).not.toContain("<b>");
  expect(textOfClip(clip)).toBe('"<b>""A"" & \u202eB</b>"\n"waits\tlong"');
});

test("what is no clip is none, and a broken one is said to be unreadable", () => {
  expect(clipOfHtml("<p>words</p>")).toBeNull();
  expect(clipOfHtml('<ul data-polku-clip="%7B%22a%22">')).toBe("unreadable");
  expect(clipOfHtml('<ul data-polku-clip="%7B%7D">')).toBe("unreadable");
});

test("copied cells are a table in the order of the lanes, with a hole where a cell was not in hand", () => {
  const { session } = localSession();
  const [a = "", b = ""] = session.view().path.touchpointIds;
  const lane = (kind: string) => session.view().lanes.find((one) => one.kind === kind)?.id ?? "";
  const [above = "", below = ""] = session
    .view()
    .lanes.map(({ id }) => id)
    .filter((id) => id === lane("expectation") || id === lane("pain"));
  session.run(editCell, { laneId: above, touchpointId: a, text: "a quick answer" });
  session.run(editCell, { laneId: below, touchpointId: b, text: "waits\nlong" });
  const cells = [
    { laneId: below, touchpointId: a },
    { laneId: below, touchpointId: b },
    { laneId: above, touchpointId: a },
  ];
  const text = textOfCells(session.view(), cells);
  expect(text).toBe('a quick answer\t\n\t"waits\nlong"');
  expect(tableOfText(text)).toEqual([
    ["a quick answer", ""],
    ["", "waits\nlong"],
  ]);
});

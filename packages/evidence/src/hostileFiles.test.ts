import { zipSync, strToU8, type Zippable } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { detect } from "./detect.ts";
import { preview, readContacts } from "./readContacts.ts";
import { isRefusal } from "./refusal.ts";

/* Traps that were published against importers of other products, and what this one says to each. Time has no assertion: a trap that works does not end. */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Zippable): Uint8Array => zipSync(files, { level: 1 });
const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheet = (rows: string): Zippable => ({
  "xl/workbook.xml": strToU8(`<workbook ${ns}><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  "xl/worksheets/sheet1.xml": strToU8(`<worksheet ${ns}><sheetData>${rows}</sheetData></worksheet>`),
});
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (...all: string[][]): string =>
  all.map((one) => `<row>${one.map(cell).join("")}</row>`).join("");
const word = (body: string): Uint8Array =>
  zip({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

async function read(bytes: Uint8Array, name = "x") {
  const file = detect(bytes, name);
  if (isRefusal(file)) return { refused: file.refused, contacts: [], skipped: [] };
  const contacts = [];
  const skipped = [];
  let refused: string | undefined;
  for await (const one of readContacts(file)) {
    if ("refused" in one) refused = one.refused;
    else if ("why" in one) skipped.push(one);
    else contacts.push(one);
  }
  await preview(file);
  return { refused, contacts, skipped };
}

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe("archives", () => {
  test("a sheet that is packed tighter than any real one is not unpacked", async () => {
    const bytes = zip({
      ...sheet(""),
      "xl/worksheets/sheet1.xml": new Uint8Array(40 * 1024 * 1024).fill(32),
    });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await read(bytes)).toMatchObject({ refused: "bomb" });
  });

  test("sheets that are small alone and more than 100 MB together are not unpacked", async () => {
    const files: Zippable = sheet("");
    for (let n = 0; n < 25; n += 1)
      files[`xl/worksheets/sheet${n}.xml`] = new Uint8Array(4.5 * 1024 * 1024).fill(32);
    expect(await read(zip(files))).toMatchObject({ refused: "bomb" });
  });

  test("an archive that announces more entries than any document has is not opened", async () => {
    const bytes = zip(sheet(rows(["Palaute"], ["Sana"])));
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 12, 60_000, true);
    expect(await read(bytes)).toMatchObject({ refused: "bomb" });
  });

  test("an archive inside an archive is not looked into, and entry names are only names", async () => {
    const inner = zip(sheet(rows(["Palaute"], ["Sana"])));
    const files = {
      ...sheet(rows(["Palaute", "x"], ["Jonotin kauan", "1"])),
      "xl/../../../etc/passwd": inner,
    };
    expect(await read(zip(files))).toMatchObject({ contacts: [{ text: "Jonotin kauan" }] });
    expect(await read(zip({ "a.zip": inner }))).toMatchObject({ refused: "zip" });
  });
});

describe("XML", () => {
  test("entities are not expanded, in sheets and documents and projects", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheets = { ...sheet(""), "xl/workbook.xml": strToU8(`${bomb}<workbook>&b;</workbook>`) };
    expect(await read(zip(sheets))).toMatchObject({ refused: "bomb" });
    const file = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document>&f;</w:document>';
    expect(await read(zip({ "word/document.xml": strToU8(file) }))).toMatchObject({ refused: "bomb" });
    expect(await read(zip({ "project.qde": strToU8(`${bomb}<Project/>`) }))).toMatchObject({
      refused: "bomb",
    });
  });

  test("elements nested a hundred thousand deep are refused, not followed", async () => {
    expect(await read(word("<w:p>".repeat(100_000)))).toMatchObject({ refused: "bomb" });
  });

  test("a million brackets that never close are read once, not once for each", async () => {
    expect(await read(word(`<w:p><w:r><w:t>Sana</w:t></w:r></w:p>${"<a ".repeat(300_000)}`))).toBeTypeOf(
      "object",
    );
    const html = "<".repeat(300_000);
    const conversation = { type: "conversation", id: "1", source: { body: html, author: { type: "user" } } };
    expect((await read(utf8(JSON.stringify(conversation)))).contacts).toHaveLength(1);
  });

  test("linked files and pictures of a document are never fetched: only its words are read", async () => {
    const linked =
      '<w:p><w:hyperlink r:id="r9"><w:r><w:t>Katso tästä</w:t></w:r></w:hyperlink><w:r><w:drawing><a:blip r:link="file:///etc/passwd"/></w:drawing></w:r></w:p>';
    expect((await read(word(linked))).contacts.map(({ text }) => text)).toEqual(["Katso tästä"]);
  });
});

describe("names that JavaScript knows", () => {
  test("__proto__ and constructor as headings are headings", async () => {
    const csv = "__proto__;constructor;Palaute\npolluted;polluted;Jonotin kauan\n";
    expect((await read(utf8(csv), "a.csv")).contacts.map(({ text }) => text)).toEqual(["Jonotin kauan"]);
    const bytes = zip(sheet(rows(["__proto__", "Palaute"], ["polluted", "Jonotin kauan"])));
    expect((await read(bytes)).contacts.map(({ text }) => text)).toEqual(["Jonotin kauan"]);
  });

  test("__proto__ as a key of JSON is a key", async () => {
    const json =
      '{"type":"conversation","id":"1","__proto__":{"polluted":1},"source":{"__proto__":{"body":"no"},"body":"Hei sinä","author":{"type":"user","constructor":{"prototype":{"polluted":1}}}}}';
    expect((await read(utf8(json))).contacts).toMatchObject([{ text: "Hei sinä" }]);
    expect(
      (await read(utf8('{"type":"conversation","source":{"__proto__":{"body":"no"}}}'))).contacts,
    ).toEqual([]);
  });

  test("__proto__ as a speaker is a speaker", async () => {
    const chat = "[1.2.2026 klo 10.00.00] __proto__: Hei\n[1.2.2026 klo 10.01.00] constructor: No hei\n";
    expect((await read(utf8(chat))).contacts).toMatchObject([{ text: "Hei\n\nNo hei" }]);
  });
});

describe("mail", () => {
  test("parts nested ten thousand deep are refused", async () => {
    let body = "";
    for (let n = 0; n < 10_000; n += 1)
      body += `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
    const bytes = utf8(`From: a@b.example\r\nDate: Tue, 03 Nov 2026 09:41:00 +0200\r\n${body}`);
    expect(await read(bytes)).toMatchObject({ refused: "bomb" });
  });

  test("addresses nested ten thousand deep are read or refused, and the reading ends", async () => {
    const from = `${"a:".repeat(10_000)}x@b.example${";".repeat(10_000)}`;
    const bytes = utf8(`From: ${from}\r\nDate: Tue, 03 Nov 2026 09:41:00 +0200\r\n\r\nHei vaan\r\n`);
    expect(await read(bytes)).toBeTypeOf("object");
  });
});

describe("tables", () => {
  test("a cell too long to be said is left out, the rows around it stay", async () => {
    const csv = `Palaute;x\nEnsimmäinen sana tässä;1\n${"a".repeat(3_000_000)};2\nToinen sana tässä;3\n`;
    const found = await read(utf8(csv), "a.csv");
    expect(found.contacts.map(({ text }) => text)).toEqual(["Ensimmäinen sana tässä", "Toinen sana tässä"]);
    expect(found.skipped.length).toBeGreaterThan(0);
    const bytes = zip(sheet(rows(["Palaute", "x"], ["a".repeat(70_000), "1"], ["Toinen sana tässä", "2"])));
    expect(await read(bytes)).toMatchObject({
      contacts: [{ text: "Toinen sana tässä" }],
      skipped: [{ why: "cell-too-long" }],
    });
  });

  test("a sheet whose only cell stands in the last column of all does not make sixteen thousand columns", async () => {
    const far = '<row><c r="XFD1" t="inlineStr"><is><t>kaukana</t></is></c></row>';
    expect(await read(zip(sheet(far + far)))).toMatchObject({ refused: "no-rows" });
  });

  test("headings that come twice are kept apart", async () => {
    const file = detect(utf8("Palaute;Palaute;Palaute\nyksi sana;toinen sana;kolmas sana\n"), "a.csv");
    if (isRefusal(file)) throw new Error(file.sentence);
    expect(await preview(file)).toMatchObject({ headings: ["Palaute", "Palaute (2)", "Palaute (3)"] });
  });
});

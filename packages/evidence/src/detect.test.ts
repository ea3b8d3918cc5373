import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { detect } from "./detect.ts";
import { isRefusal } from "./refusal.ts";
import { preview, readContacts } from "./readContacts.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string, bom: boolean): Uint8Array =>
  new Uint8Array(Buffer.from((bom ? "\uFEFF" : "") + text, "utf16le"));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const survey = "Palaute;Arvosana\nHyvää työtä, kiitos äiti;5\nÖinen häiriö jäi päälle;2\n";

describe("decoding", () => {
  test.each([
    ["UTF-8", utf8(survey), "utf-8"],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${survey}`), "utf-8"],
    ["UTF-16LE with a byte order mark", utf16le(survey, true), "utf-16le"],
    ["UTF-16LE without one", utf16le(survey, false), "utf-16le"],
    ["UTF-16BE", new Uint8Array(Buffer.from(`\uFEFF${survey}`, "utf16le").swap16()), "utf-16be"],
    ["Windows-1252", latin1(survey), "windows-1252"],
  ])("%s keeps ä and ö", (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: survey, encoding, warnings: [] });
  });

  test("one damaged byte in a UTF-8 file costs one letter and is told, not the whole file", () => {
    const bytes = utf8("ääkköset ja öljy, päivää");
    bytes[0] = 0xff;
    const read = decode(bytes);
    expect(read.encoding).toBe("utf-8");
    expect(read.text).toContain("päivää");
    expect(read.warnings).toEqual(["lost-letters"]);
  });

  test("question marks inside words are told as lost letters, in addresses they are not", () => {
    expect(decode(utf8("hyv?? p?iv?? kaikille ty?maalla")).warnings).toEqual(["lost-letters"]);
    expect(
      decode(utf8("katso https://a.fi/haku?sivu ja www.b.fi/haku?nimi tai /haku?tieto")).warnings,
    ).toEqual([]);
  });

  test("letters encoded twice are told", () => {
    expect(decode(utf8("hyvÃ¤Ã¤ pÃ¤ivÃ¤Ã¤")).warnings).toEqual(["twice-encoded"]);
  });
});

describe("detecting", () => {
  test.each([
    ["survey.txt", survey, "csv"],
    ["x.csv", "WEBVTT\n\n00:01.000 --> 00:02.000\nhei\n", "vtt"],
    ["x.csv", "1\n00:00:01,000 --> 00:00:03,500\nhei\n", "srt"],
    ["notes", "Soitin aamulla, ja odotin.\nSitten soitin taas, ja odotin lisää.\n", "text"],
    ["one-column.csv", "Palaute\nHyvä\nHuono\n", "csv"],
    ["excel.csv", "sep=,\na,b\n1,2\n", "csv"],
    ["tabs.txt", "a\tb\tc\n1\t2\t3\n", "csv"],
  ])("%s is told by its content", (name, text, kind) => {
    expect(detect(utf8(text), name)).toMatchObject({ kind });
  });

  test.each([
    ["nothing", "", "empty"],
    ["only spaces", " \n\n ", "empty"],
    ["a PDF", "%PDF-1.7\n...", "pdf"],
    ["a web page", "<!doctype html><p>hei", "markup"],
    ["JSON", '[{"a":1}]', "json"],
    ["a rich text document", "{\\rtf1 hei}", "document"],
    ["zeroes", "a\0b\0\0\0c", "binary"],
  ])("%s called survey.csv is refused by name", (_name, text, refused) => {
    expect(detect(utf8(text), "survey.csv")).toMatchObject({ refused });
  });

  test.each([
    ["a spreadsheet", "PK\x03\x04....xl/workbook.xml", "spreadsheet"],
    ["a Word document", "PK\x03\x04....word/document.xml", "document"],
    ["a ZIP", "PK\x03\x04....a.txt", "zip"],
    ["a picture", "\x89PNG\r\n", "image"],
    ["a recording", "ID3\x04\x00", "audio"],
    ["an MP4", "\0\0\0\x18ftypisom", "video"],
  ])("%s called survey.csv is refused by name", (_name, text, refused) => {
    expect(detect(latin1(text), "survey.csv")).toMatchObject({ refused });
  });

  test("no bytes at all throw, whatever they are called", async () => {
    const names = fc.constantFrom("a.csv", "a.vtt", "a.srt", "a.txt", "");
    const starts = fc.constantFrom(
      "",
      "WEBVTT\n\n",
      "1\n00:00:01,000 --> 00:00:02,000\n",
      'a;b\n"',
      "﻿a\tb\n",
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        starts,
        fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 200, unit: "binary" }).map(utf8)),
        async (name, start, rest) => {
          const file = detect(new Uint8Array([...utf8(start), ...rest]), name);
          if (isRefusal(file)) return;
          await preview(file);
          for await (const read of readContacts(file)) expect(read).toBeTypeOf("object");
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });
});

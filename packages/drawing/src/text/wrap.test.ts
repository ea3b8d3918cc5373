import { describe, expect, test } from "vitest";
import { textWidth } from "./measure.ts";
import type { Font } from "./measure.ts";
import { ellipsize, wrapText } from "./wrap.ts";

const body: Font = { face: "regular", size: 13 };

describe("measuring", () => {
  test("an m is wider than an i, ä as wide as a, and figures are all measured", () => {
    expect(textWidth("m", body)).toBeGreaterThan(textWidth("i", body));
    expect(textWidth("ä", body)).toBe(textWidth("a", body));
    expect(textWidth("0123456789€−", body)).toBeGreaterThan(0);
  });

  test("twice the size is twice the width", () => {
    expect(textWidth("Palautepolku", { face: "semibold", size: 28 })).toBeCloseTo(
      2 * textWidth("Palautepolku", { face: "semibold", size: 14 }),
    );
  });

  test("what nobody measured still has a width", () => {
    expect(textWidth("路", body)).toBe(13);
    expect(textWidth("ж", body)).toBeCloseTo(7.8);
  });
});

describe("wrapping", () => {
  const lines = (text: string, width: number, most?: number) => wrapText(text, body, width, most);

  test("no line is wider than asked, and no word is lost", () => {
    const text = "Yhteys katkeaa kesken palkanlaskennan, ja kaksitoista ihmistä odottaa palkkaansa.";
    const wrapped = lines(text, 120);
    for (const line of wrapped) expect(textWidth(line, body)).toBeLessThanOrEqual(120);
    expect(wrapped.join(" ")).toBe(text);
  });

  test("a compound wider than a line breaks between syllables with a hyphen", () => {
    const wrapped = lines("palveluasiantuntijajärjestelmäpäällikkö", 100);
    expect(wrapped.length).toBeGreaterThan(1);
    for (const line of wrapped.slice(0, -1)) expect(line).toMatch(/[^-]-$/);
    expect(wrapped.map((line) => line.replace(/-$/, "")).join("")).toBe(
      "palveluasiantuntijajärjestelmäpäällikkö",
    );
    for (const line of wrapped.slice(1)) expect(line).toMatch(/^[^aeiouyäö][aeiouyäö]/);
  });

  test("a hyphen already there is not doubled, and a soft one shows only where it breaks", () => {
    expect(lines("asiakas-kokemusmittaristo", 62)[0]).toBe("asiakas-");
    expect(lines("lyhyt\u00ADsana", 200)).toEqual(["lyhytsana"]);
  });

  test("what does not fit in the lines ends in …", () => {
    const wrapped = lines("one two three four five six seven eight nine ten", 60, 2);
    expect(wrapped).toHaveLength(2);
    expect(wrapped[1]).toMatch(/…$/);
    expect(textWidth(wrapped[1] ?? "", body)).toBeLessThanOrEqual(60);
  });

  test("line breaks of the writer stay, empty ones at the end do not", () => {
    expect(lines("a\n\nb\n\n", 100)).toEqual(["a", "", "b"]);
    expect(lines("", 100)).toEqual([]);
  });

  test("even a column of one letter ends", () => {
    expect(lines("abc", 1).length).toBeGreaterThan(0);
  });

  test("an ellipsis replaces as little as it must", () => {
    expect(ellipsize("short", body, 100)).toBe("short");
    const cut = ellipsize("a title far too long for its chip", body, 80);
    expect(textWidth(cut, body)).toBeLessThanOrEqual(80);
    expect(textWidth(cut, body)).toBeGreaterThan(60);
  });
});

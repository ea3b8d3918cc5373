import { expect, test } from "vitest";
import { countPersonalData, maskContact, samplePersonalData } from "./maskContact.ts";
import { conversation } from "./formats/transcript.ts";

const contact = conversation([
  { name: "Maija Mäkinen", text: "Hei, Maija tässä. Mitä kävi? Ja miksi?", startS: 0, endS: 2 },
  { name: "Pekka Virtanen", text: "Virtanen tässä, numero 040 123 4567.", startS: 3, endS: 5 },
]);

test("speakers become numbers, their names go from the words, and turns know their new places", () => {
  const masked = maskContact(contact);
  expect(masked.thread?.map(({ name, speaker, text }) => [name, speaker, text])).toEqual([
    ["P1", "agent", "Hei, [name] tässä. Mitä kävi? Ja miksi?"],
    ["P2", "customer", "[name] tässä, numero [phone]."],
  ]);
  for (const turn of masked.thread ?? [])
    expect(masked.text.slice(turn.from).startsWith(turn.text)).toBe(true);
  expect(masked.person).toBe("Pekka Virtanen");
});

test("what would be masked is counted by kind", () => {
  expect(countPersonalData(contact)).toEqual({ name: 2, phone: 1 });
});

test("an external id that is a mail address is not kept", () => {
  expect(maskContact({ ...contact, externalId: "a@b.fi" })).not.toHaveProperty("externalId");
  expect(maskContact({ ...contact, externalId: "T-100" })).toMatchObject({ externalId: "T-100" });
});

test("only the kinds that a person chose are masked; names that may stay stay with the speakers too", () => {
  const masked = maskContact(contact, new Set(["phone"]));
  expect(masked.thread?.map(({ name, text }) => [name, text])).toEqual([
    ["Maija Mäkinen", "Hei, Maija tässä. Mitä kävi? Ja miksi?"],
    ["Pekka Virtanen", "Virtanen tässä, numero [phone]."],
  ]);
  expect(maskContact({ ...contact, externalId: "a@b.fi" }, new Set(["phone"]))).toMatchObject({
    externalId: "a@b.fi",
  });
  expect(maskContact(contact, new Set())).toMatchObject({ text: contact.text });
});

test("what was found is shown in its own letters, a few different pieces of each kind", () => {
  const said = (text: string) => ({ ...contact, text, person: "x1" });
  const many = ["a@b.fi c@d.fi", "a@b.fi e@f.fi g@h.fi", "040 123 4567"].map(said);
  expect(samplePersonalData(many, 3)).toEqual({
    email: ["a@b.fi", "c@d.fi", "e@f.fi"],
    phone: ["040 123 4567"],
  });
});

test("coded stretches keep to their words where masking before them moved them", () => {
  const text = "Soita 040 123 4567 tai a@b.fi. Jonotin tunnin. Kiitos!";
  const from = text.indexOf("Jonotin");
  const masked = maskContact({
    row: 1,
    text,
    occurredAt: null,
    timed: false,
    themes: [],
    stretches: [{ from, to: from + "Jonotin tunnin.".length, themes: ["Jonotus"] }],
  });
  const [stretch] = masked.stretches ?? [];
  expect(masked.text).not.toContain("040");
  expect(masked.text.slice(stretch?.from, stretch?.to)).toBe("Jonotin tunnin.");
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonalData, maskPersonalData } from "./personalData.ts";

describe("personal data", () => {
  test.each([
    ["Kirjoita matti.meikäläinen@esimerkki.fi niin", "Kirjoita [email] niin"],
    ["Tilini on FI21 1234 5600 0007 85.", "Tilini on [iban]."],
    ["Hetuni on 131052-308T ja", "Hetuni on [personalId] ja"],
    ["Syntynyt 131052A308T ok", "Syntynyt [personalId] ok"],
    ["Kortti 4111 1111 1111 1111 meni", "Kortti [card] meni"],
    ["Yritys 0112038-9 laskuttaa", "Yritys [businessId] laskuttaa"],
    ["Osoitteesta 192.168.1.20 tuli", "Osoitteesta [ip] tuli"],
    ["Soita 040 123 4567 tai +358401234567", "Soita [phone] tai [phone]"],
    ["Auto ABC-123 oli pihalla", "Auto [plate] oli pihalla"],
    ["Asun Mäntykatu 5 B 12, 00100 Helsinki nyt", "Asun [address] nyt"],
    ["Jag bor på Storgatan 12 A, 00100 Helsingfors nu", "Jag bor på [address] nu"],
    ["Deliver it to 221b Baker Street please", "Deliver it to [address] please"],
    ["Osoite on Ruusulankadulla 3 alakerrassa", "Osoite on [address] alakerrassa"],
    ["Maili on etu.suku+tilaus@osasto.yritys.co.uk, kiitos", "Maili on [email], kiitos"],
    ["Uusi tunnus 010594Y9021 käy", "Uusi tunnus [personalId] käy"],
    ["Vanha tunnus 311280-888Y käy", "Vanha tunnus [personalId] käy"],
    ["Numero (09) 123 4567 ei vastaa, 0401234567 vastaa", "Numero [phone] ei vastaa, [phone] vastaa"],
    ["Soitin +358 40 123 4567 ja 00358401234567", "Soitin [phone] ja [phone]"],
    ["Tili DE89 3704 0044 0532 0130 00 Saksassa", "Tili [iban] Saksassa"],
    ["Kortti 5500-0000-0000-0004 hylättiin", "Kortti [card] hylättiin"],
    ["Nimeni on kyllä, mutta nimeni on Maija Virtanen hei", "Nimeni on kyllä, mutta nimeni on [name] hei"],
  ])("%s", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  test.each([
    "Tilausnumeroni on 12345678901234567 ja hinta 1 250,00 euroa.",
    "Soitin kello 10.15 ja 12.30, jonossa 45 minuuttia.",
    "Päivä oli 3.11.2026 ja viite 131052-3080.",
    "Kone IP-1 ja Wi-Fi 6 sekä 4G-verkko.",
    "Tilasin 3 kappaletta, Tampereen tiellä oli 2 rekkaa.",
    "Viitenumero 1234 5678 9012 3456 ja tilaus FI12 3456.",
  ])("leaves whole: %s", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  test("names known from the file go in their inflected forms too", () => {
    expect(
      maskPersonalData("Puhuin Virtasen kanssa, Maijalle kiitos. Maija Virtanen oli hyvä.", [
        "Maija Virtanen",
      ]),
    ).toBe("Puhuin [name] kanssa, [name] kiitos. [name] [name] oli hyvä.");
  });

  test("masking what is masked changes nothing", () => {
    const piece = fc.constantFrom(
      "0401234567",
      "a@b.fi",
      "131052-308T",
      " ",
      "1",
      "-",
      "ABC-123",
      "[",
      "]",
      "x",
      "+358",
      "4111111111111111",
      "FI2112345600000785",
      "Maija",
      ".",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = maskPersonalData(pieces.join(""), ["Maija"]);
        expect(maskPersonalData(once, ["Maija"])).toBe(once);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

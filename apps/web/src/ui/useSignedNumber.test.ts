import { expect, test } from "vitest";
import { signedNumber } from "./useSignedNumber.ts";

test.each(["en", "fi"])("a signed number in %s is what Intl writes, with a true minus", (language) => {
  for (const digits of [0, 1, 2]) {
    const intl = new Intl.NumberFormat(language, {
      maximumFractionDigits: digits,
      signDisplay: "exceptZero",
    });
    for (let v = -2; v <= 2; v += 0.037)
      expect(signedNumber(v, digits, language)).toBe(intl.format(v).replace("-", "\u2212"));
    for (const v of [-2, -0.001, -0, 0, 0.004, 1.5, 2])
      expect(signedNumber(v, digits, language)).toBe(intl.format(v).replace("-", "\u2212"));
  }
});

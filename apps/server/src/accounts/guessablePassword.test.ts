import { expect, test } from "vitest";
import { isGuessable } from "./guessablePassword.ts";

const aino = { name: "Aino Virtanen", email: "aino.virtanen@yritys.example" };

test.each([
  ["passwordpassword", "among the commonest"],
  ["Password123!", "the commonest with digits and a sign behind it"],
  ["!!Salasana2026!!", "the same in Finnish"],
  ["123456789012", "counting"],
  ["qwertyuiopasdf", "the keyboard"],
  ["abcdefgh87654321", "two runs"],
  ["aaaaaaaaaaaaaa", "one letter"],
  ["abcabcabcabc", "one piece again and again"],
  ["AinoVirtanen1", "the person's name"],
  ["virtanen-2026-", "a part of their address with a year"],
  ["polkupolku2026", "the product's name"],
  ["yritys.aino.1234", "their firm and name"],
])("%s is a password that is tried first: %s", (password) => {
  expect(isGuessable(password, aino)).toBe(true);
});

test.each([
  "kuusi harmaata kissaa",
  "correct horse battery",
  "vT9#mQ2x!bLw",
  "Aino syö sieniä aamulla",
  "jonotin24minuuttia",
  "password of my cat",
])("%s is a password", (password) => {
  expect(isGuessable(password, aino)).toBe(false);
});

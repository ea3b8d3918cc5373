import { expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "./errors.ts";
import { checked } from "./checked.ts";

const schema = z.object({ name: z.string().trim().min(1).max(80) });

test("a value is given as its schema reads it", () => {
  expect(checked(schema, { name: " Ana " }, "body")).toEqual({ name: "Ana" });
});

test("what is wrong is said in the language of whoever asked, with its place", () => {
  const refused = (): unknown => {
    try {
      return checked(schema, { name: "x".repeat(10_000) }, "body");
    } catch (error) {
      return error;
    }
  };
  const problem = refused();
  if (!(problem instanceof Problem)) throw new Error("It was not refused.");
  expect(problem.status).toBe(422);
  expect(problem.toDocument("en").title).toBe(
    "A value is missing or wrong: body.name: Too big: expected string to have <=80 characters.",
  );
  expect(problem.toDocument("fi").title).toBe(
    "Jokin arvo puuttuu tai on väärin: body.name: Liian suuri: merkkijonon täytyy olla <=80 merkkiä.",
  );
});

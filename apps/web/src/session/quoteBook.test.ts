import { expect, test } from "vitest";
import type { Quote } from "../api/quotes.ts";
import { quoteOf } from "../testing/quote.ts";
import { createQuoteBook } from "./quoteBook.ts";

function bookOver(server: Map<string, Quote>) {
  const calls: (readonly string[])[] = [];
  const runs: (() => void)[] = [];
  const book = createQuoteBook(
    (ids) => {
      calls.push(ids);
      return Promise.resolve(ids.flatMap((id) => server.get(id) ?? []));
    },
    (run) => runs.push(run),
  );
  const settle = async (): Promise<void> => {
    for (const run of runs.splice(0)) run();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { book, calls, settle };
}

test("what many cards ask for in one instant is one call, and is asked only once", async () => {
  const { book, calls, settle } = bookOver(new Map([["a", quoteOf("a")]]));
  book.want(["a"]);
  book.want(["a", "b"]);
  await settle();
  book.want(["a", "b"]);
  await settle();
  expect(calls).toEqual([["a", "b"]]);
  expect([...book.quotes().keys()]).toEqual(["a"]);
});

test("words erased on the server leave the book as soon as it is told", async () => {
  const server = new Map([["a", quoteOf("a")]]);
  const { book, settle } = bookOver(server);
  book.want(["a"]);
  await settle();
  expect(book.quotes().get("a")?.text).toBe("words of a");
  server.delete("a");
  let told = 0;
  book.subscribe(() => (told += 1));
  book.refresh(["a"]);
  await settle();
  expect(book.quotes().size).toBe(0);
  expect(told).toBe(1);
});

test("what is erased goes at once, without a question, and is not asked for again", async () => {
  const server = new Map([
    ["a", quoteOf("a")],
    ["b", quoteOf("b")],
  ]);
  const { book, calls, settle } = bookOver(server);
  book.want(["a", "b"]);
  await settle();
  book.forget(["a"]);
  expect([...book.quotes().keys()]).toEqual(["b"]);
  book.want(["a", "b"]);
  await settle();
  expect(calls).toHaveLength(1);
});

import { expect, test } from "vitest";
import type { Quote } from "../api/quotes.ts";
import { createQuoteBook } from "./quoteBook.ts";

const quote = (id: string): Quote => ({
  id,
  kind: "email",
  sourceId: "s",
  itemId: id,
  respondentKey: null,
  at: null,
  withdrawn: false,
  clip: null,
  text: `words of ${id}`,
  start: 0,
  end: 8,
  manner: "stated",
  moment: null,
  personaId: null,
  sample: false,
  channel: null,
  by: "p",
  speaker: "customer",
  valence: -1,
  vBy: "human",
  themes: [],
  sourceTitle: "Mail",
});

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
  const { book, calls, settle } = bookOver(new Map([["a", quote("a")]]));
  book.want(["a"]);
  book.want(["a", "b"]);
  await settle();
  book.want(["a", "b"]);
  await settle();
  expect(calls).toEqual([["a", "b"]]);
  expect([...book.quotes().keys()]).toEqual(["a"]);
});

test("words erased on the server leave the book as soon as it is told", async () => {
  const server = new Map([["a", quote("a")]]);
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
    ["a", quote("a")],
    ["b", quote("b")],
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

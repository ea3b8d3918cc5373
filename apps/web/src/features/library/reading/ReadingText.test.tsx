import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ContactEntry } from "../../../api/contacts.ts";
import { startLanguage } from "../../../i18n/language.ts";
import { GivenScore } from "./GivenScore.tsx";
import { ReadingText } from "./ReadingText.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

const CONTACT: ContactEntry = {
  id: "c",
  sourceId: "s",
  text: "",
  at: null,
  lang: "en",
  channel: "email",
  rating: null,
  themes: [],
  thread: null,
  asked: null,
  respondentKey: null,
  attached: false,
  triage: "unread",
  marks: [],
  recording: null,
  picture: null,
};

function read(contact: Partial<ContactEntry>, isAsked = false) {
  const onChoose = vi.fn();
  const nothing = (): void => undefined;
  render(
    <ReadingText
      contact={{ ...CONTACT, ...contact }}
      isAsked={isAsked}
      marks={[]}
      chosen={null}
      now={null}
      onPlay={null}
      onChoose={onChoose}
      onFeeling={nothing}
      onMake={nothing}
      onThemes={nothing}
    />,
  );
  return { onChoose, words: screen.getByRole("textbox") };
}

const MAILS: Partial<ContactEntry> = {
  text: "Invoice\n\nIt came twice.\n\nWe pay it back.",
  thread: [
    {
      speaker: "customer",
      name: "P1",
      text: "Invoice\n\nIt came twice.",
      from: 0,
      letter: {
        subject: "Invoice",
        at: "2026-11-03T07:41:00.000Z",
        to: [{ speaker: "agent", name: "P2" }],
        quoted: "",
      },
    },
    {
      speaker: "agent",
      name: "P2",
      text: "We pay it back.",
      from: 25,
      letter: {
        subject: "Re: Invoice",
        at: "2026-11-03T09:00:00.000Z",
        to: [{ speaker: "customer", name: "P1" }],
        quoted: "It came twice.",
      },
    },
  ],
};

test("mails stand one after another with who wrote to whom; the subject is told once, and what is repeated is folded until somebody asks", () => {
  const { words } = read(MAILS);
  expect(screen.getAllByText("From").length).toBe(2);
  expect(words.textContent).toContain("Customer P1");
  expect(words.textContent).toContain("Employee P2");
  expect(screen.getAllByText(/Invoice/)).toHaveLength(1);
  const fold = screen.getByRole("button", { name: "Earlier words that it repeats" });
  const repeated = document.querySelector("blockquote");
  expect(repeated?.hidden).toBe(true);
  fireEvent.click(fold);
  expect(fold.getAttribute("aria-expanded")).toBe("true");
  expect(repeated?.hidden).toBe(false);
  expect(repeated?.textContent).toBe("It came twice.");
});

test("words of a mail are chosen by sentence, and every letter keeps its place in the whole text", () => {
  const { words, onChoose } = read(MAILS);
  fireEvent.keyDown(words, { key: "ArrowDown" });
  expect(onChoose).toHaveBeenCalledWith({ start: 0, end: 7 });
  for (const piece of words.querySelectorAll<HTMLElement>("[data-place]")) {
    const place = Number(piece.dataset.place);
    expect(MAILS.text?.slice(place, place + (piece.textContent.length ?? 0))).toBe(piece.textContent);
  }
  // The fold's own keys stay its own.
  fireEvent.keyDown(screen.getByRole("button"), { key: "ArrowDown" });
  expect(onChoose).toHaveBeenCalledTimes(1);
});

test("answers of one person stand together, each under its question; a field of a ticket is not called a question", () => {
  const thread = [
    { speaker: "customer" as const, question: "What went well?", text: "All of it", from: 0 },
    { speaker: "customer" as const, question: "What could be better?", text: "The phone", from: 11 },
  ];
  const { words } = read({ text: "All of it\n\nThe phone", thread }, true);
  expect(words.textContent).toBe("QuestionWhat went well?All of itQuestionWhat could be better?The phone");
  cleanup();
  const ticket = read({ text: "All of it\n\nThe phone", thread });
  expect(ticket.words.textContent).toBe("What went well?All of itWhat could be better?The phone");
});

test("the only answer of a survey has its question too", () => {
  const { words } = read({ text: "It took an hour", asked: { words: "What went wrong?" } }, true);
  expect(words.textContent).toBe("QuestionWhat went wrong?It took an hour");
});

test("a score is seen on its whole scale, as the person saw it, and is told in words", () => {
  render(<GivenScore rating={{ scale: "nps", x: 2 }} question="Would you recommend us?" />);
  const scale = screen.getByRole("img", { name: "NPS 0–10: 2 was given" });
  expect([...scale.children].map((step) => step.textContent)).toEqual([
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
  ]);
  expect(scale.querySelector("[data-given]")?.textContent).toBe("2");
  expect(screen.getByText("Would you recommend us?")).toBeDefined();
  cleanup();
  render(<GivenScore rating={{ scale: "stars5", x: 3 }} question={undefined} />);
  expect(screen.getByRole("img").textContent).toBe("★★★☆☆");
});

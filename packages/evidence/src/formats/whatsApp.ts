import { layOut, type Contact, type Speaker } from "../contact.ts";
import { dayOrder, readMoment } from "../moment.ts";
import { guessSpeakers } from "../speakers.ts";

/** A message of an exported chat; `row` is its line, `when` as the file writes it. */
export interface ChatMessage {
  readonly row: number;
  readonly when: string;
  readonly name: string;
  readonly text: string;
}

/*
 * Finnish iOS `[12.3.2022 klo 14.08.18] Nimi: viesti`, Finnish Android `12.3.2022 klo 14.08 - Nimi: viesti`, English iOS
 * `[05/03/2025, 10:14:33] A: x`, American Android `3/5/25, 10:14 AM - A: x`. Invisible marks of direction may stand anywhere.
 */
const line =
  /^\[?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,? klo|,)? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?(?:[ap]\.?\s?m\.?|[ai]p\.?))?)(?:\]| -) (.*)$/i;
const sender = /^([^:]{1,80}): ([\s\S]*)$/;
const left =
  /^(<[^<>]{1,120}>|image omitted|video omitted|audio omitted|sticker omitted|GIF omitted|document omitted|this message was deleted\.?|you deleted this message\.?|tämä viesti poistettiin\.?|poistit tämän viestin\.?)$/i;

/** True when a text begins as an exported chat and has at least two messages with a sender. */
export function looksLikeChat(text: string): boolean {
  const start = cleaned(text.slice(0, 16_384)).split("\n");
  const first = start.find((one) => one.trim() !== "");
  if (first === undefined || !line.test(first)) return false;
  return start.filter((one) => sender.test(line.exec(one)?.[2] ?? "")).length >= 2;
}

/** The messages of a chat; what the program says by itself, deleted messages and left out pictures are no words. */
export function readChat(text: string): ChatMessage[] {
  const messages: { row: number; when: string; name: string; text: string }[] = [];
  let ours = false;
  // What the program says in somebody's name, and what it left out, begins with a mark of direction.
  const bySystem = text.split("\n").map((one) => one.includes(": \u200E"));
  for (const [index, one] of cleaned(text).split("\n").entries()) {
    const found = line.exec(one);
    const said = bySystem[index] === true ? null : sender.exec(found?.[2] ?? "");
    if (found !== null) {
      ours = said !== null;
      if (said !== null)
        messages.push({
          row: index + 1,
          when: found[1] ?? "",
          name: (said[1] ?? "").trim(),
          text: said[2] ?? "",
        });
    } else if (ours) {
      const last = messages.at(-1);
      if (last !== undefined) last.text += `\n${one}`;
    }
  }
  return messages
    .map((message) => ({
      ...message,
      text: message.text.replace(/<[^<>]{1,120}>$/, "").trim() || message.text.trim(),
    }))
    .filter((message) => message.text !== "" && !left.test(message.text));
}

/** What the dates of the chat say about `3/11/26`. */
export function chatDayOrder(messages: readonly ChatMessage[]): ReturnType<typeof dayOrder> {
  return dayOrder(messages.map(({ when }) => dayOf(when)));
}

/** One contact for each day of the chat: a chat goes on, and what is exported again next week then adds only the new days. */
export function* chatContacts(
  messages: readonly ChatMessage[],
  roles?: Readonly<Record<string, Speaker>>,
  dayFirst?: boolean,
): Generator<Contact> {
  const guess = guessSpeakers(messages);
  const order = chatDayOrder(messages);
  const first = dayFirst ?? order !== "month-first";
  let from = 0;
  for (let to = 1; to <= messages.length; to += 1) {
    const [begin, next] = [messages[from], messages[to]];
    if (begin === undefined) return;
    if (next !== undefined && dayOf(next.when) === dayOf(begin.when)) continue;
    const day = messages.slice(from, to);
    const { text, thread } = layOut(
      day.map(({ name, text: words }) => ({
        name,
        text: words,
        speaker: roles?.[name] ?? guess[name] ?? "other",
      })),
    );
    const moment = readMoment(begin.when.replace(/,? klo/, ""), first);
    const people = new Set(thread.filter(({ speaker }) => speaker === "customer").map(({ name }) => name));
    const [person] = people;
    yield {
      row: begin.row,
      text,
      occurredAt: moment?.iso ?? null,
      timed: moment?.timed ?? false,
      themes: [],
      channel: "messaging_app",
      thread,
      ...(people.size === 1 && person !== undefined && { person }),
    };
    from = to;
  }
}

function dayOf(when: string): string {
  return /^[\d./-]+/.exec(when)?.[0] ?? when;
}

function cleaned(text: string): string {
  return text.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "").replace(/[\u00A0\u202F]/g, " ");
}

import { readChannel } from "../channel.ts";
import { layOut, type Contact, type Rating, type SkippedRow, type Speaker, type Turn } from "../contact.ts";
import { at, listAt, textAt } from "./jsonValue.ts";
import { tidyLines, wordsOfHtml } from "./markedText.ts";

/** Which service desk wrote a JSON file, by the keys near its beginning; null for one that is not known. */
export function ticketKind(text: string): "zendesk" | "intercom" | null {
  const start = text.slice(0, 64 * 1024);
  if (/"type"\s*:\s*"conversation(\.list)?"/.test(start) || /"conversation_parts"\s*:/.test(start))
    return "intercom";
  const keys = ["requester_id", "comments", "ticket_form_id", "satisfaction_rating", "via", "description"];
  const known = keys.filter((key) => new RegExp(`"${key}"\\s*:`).test(start)).length;
  return known >= 3 && /"(subject|description)"\s*:/.test(start) ? "zendesk" : null;
}

/** Every record of an export: one object a line, a list, or a list under `tickets` or `conversations`. Broken lines come out with their number. */
export function* readRecords(text: string): Generator<{ row: number; value: unknown } | SkippedRow> {
  const whole = parsed(text);
  if (whole.ok) {
    const lists = [listAt(whole.value, "tickets"), listAt(whole.value, "conversations")];
    const list = Array.isArray(whole.value)
      ? (whole.value as unknown[])
      : lists.find(({ length }) => length > 0);
    let row = 0;
    for (const value of list ?? [whole.value]) yield { row: (row += 1), value };
    return;
  }
  let row = 0;
  for (const line of text.split("\n")) {
    row += 1;
    if (line.trim() === "") continue;
    const one = parsed(line);
    yield one.ok ? { row, value: one.value } : { row, why: "broken-record" };
  }
}

/** A ticket or a conversation as a contact; one without words is left out. */
export function ticketContact(
  kind: "zendesk" | "intercom",
  { row, value }: { row: number; value: unknown },
): Contact | SkippedRow {
  const contact = kind === "zendesk" ? zendeskContact(row, value) : intercomContact(row, value);
  return contact.text === "" && contact.rating === undefined ? { row, why: "no-words-no-score" } : contact;
}

type Said = Omit<Turn, "from">;

function zendeskContact(row: number, ticket: unknown): Contact {
  const requester = textAt(ticket, "requester_id") || textAt(ticket, "requester", "id");
  const subject = textAt(ticket, "subject").trim();
  const description = tidyLines(textAt(ticket, "description"));
  const comments = listAt(ticket, "comments").flatMap((comment): Said[] => {
    if (at(comment, "public") === false) return [];
    const text = tidyLines(textAt(comment, "body") || textAt(comment, "plain_body"));
    const author = textAt(comment, "author_id");
    const speaker = author === "" ? "other" : author === requester ? "customer" : "agent";
    return text === "" ? [] : [{ speaker, text }];
  });
  const repeated = comments[0]?.text === description;
  const turns: Said[] = [
    ...(description === "" || repeated ? [] : [{ speaker: "customer" as const, text: description }]),
    ...comments,
  ];
  const themes = listAt(ticket, "tags").filter((tag) => typeof tag === "string");
  return {
    row,
    ...momentOf(textAt(ticket, "created_at")),
    ...spoken(subject, turns),
    ...optional(textAt(ticket, "id"), requester, readChannel(textAt(ticket, "via", "channel"))),
    ...rated(zendeskRating(textAt(ticket, "satisfaction_rating", "score"))),
    themes: themes.slice(0, 20).map((theme) => theme.slice(0, 80)),
  };
}

function zendeskRating(score: string): Rating | undefined {
  if (score.startsWith("good")) return { scale: "thumb", x: 1 };
  return score.startsWith("bad") ? { scale: "thumb", x: 0 } : undefined;
}

function intercomContact(row: number, conversation: unknown): Contact {
  const parts = listAt(conversation, "conversation_parts", "conversation_parts");
  const turns = [at(conversation, "source"), ...parts].flatMap((part, index): Said[] => {
    if (index > 0 && textAt(part, "part_type") !== "comment") return [];
    const text = wordsOfHtml(textAt(part, "body"));
    const name = textAt(part, "author", "name");
    const speaker = intercomSpeaker(textAt(part, "author", "type"));
    return text === "" ? [] : [{ speaker, text, ...(name !== "" && speaker !== "bot" && { name }) }];
  });
  const person =
    textAt(conversation, "source", "author", "email") || textAt(conversation, "source", "author", "id");
  const score = Number(textAt(conversation, "conversation_rating", "rating"));
  const themes = listAt(conversation, "tags", "tags").map((tag) => textAt(tag, "name"));
  const delivered = textAt(conversation, "source", "type");
  const seconds = Number(textAt(conversation, "created_at"));
  return {
    row,
    ...momentOf(seconds > 0 ? new Date(seconds * 1000).toISOString() : ""),
    ...spoken(wordsOfHtml(textAt(conversation, "source", "subject")), turns),
    ...optional(
      textAt(conversation, "id"),
      person,
      readChannel(delivered === "conversation" ? "chat" : delivered),
    ),
    ...rated(score >= 1 && score <= 5 ? { scale: "csat5", x: score } : undefined),
    themes: themes.filter((theme) => theme !== "").slice(0, 20),
  };
}

function intercomSpeaker(type: string): Speaker {
  if (type === "user" || type === "lead" || type === "contact") return "customer";
  if (type === "admin" || type === "team") return "agent";
  return type === "bot" ? "bot" : "other";
}

/** The subject is the customer's first words; a first turn that begins with it need not say it twice. */
function spoken(subject: string, turns: readonly Said[]): Pick<Contact, "text" | "thread"> {
  const [first, ...rest] = turns;
  if (first === undefined) return { text: subject };
  if (subject === "" || first.speaker !== "customer" || first.text.startsWith(subject)) return layOut(turns);
  return layOut([{ ...first, text: `${subject}\n\n${first.text}` }, ...rest]);
}

function momentOf(text: string): Pick<Contact, "occurredAt" | "timed"> {
  const moment = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment)
    ? { occurredAt: null, timed: false }
    : { occurredAt: new Date(moment).toISOString(), timed: true };
}

function optional(externalId: string, person: string, channel: string | undefined) {
  return {
    ...(externalId !== "" && { externalId }),
    ...(person !== "" && { person }),
    ...(channel !== undefined && { channel }),
  };
}

function rated(rating: Rating | undefined): Pick<Contact, "rating"> {
  return rating === undefined ? {} : { rating };
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

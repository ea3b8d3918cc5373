import PostalMime, { type Email } from "postal-mime";
import { layOut, type Contact, type SkippedRow, type Speaker } from "../contact.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { tidyLines, wordsOfHtml } from "./markedText.ts";

/** One mail as it is read: who, when, its own words, and the words it answers. */
export interface Mail {
  /** Place in the file, from 1. */
  readonly row: number;
  readonly id: string;
  /** Ids of the mails it belongs to, the first of the thread first. */
  readonly before: readonly string[];
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly occurredAt: string | null;
  readonly text: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  /** The words of earlier mails that it repeats. */
  readonly quoted: string;
}

/** Parts inside parts, at most; a letter of people has three or four. */
const deepest = 50;
const longestText = 64 * 1024;
const longestQuoted = 16 * 1024;
const mostReceivers = 20;

const header =
  /^(received|return-path|from|to|date|message-id|mime-version|delivered-to|subject|reply-to|cc|dkim-signature|content-type|x-[\w-]+|arc-[\w-]+|authentication-results|list-[\w-]+):/i;

/** True when the text begins as a mail: header lines, a sender and a date or an id among them. */
export function looksLikeMail(text: string): boolean {
  const head = text.slice(0, 64 * 1024).split(/\n[ \t]*\n/, 1)[0] ?? "";
  if (!header.test(head)) return false;
  const lines = head.split("\n");
  const formed = lines.filter((one) => /^([!-9;-~]+:|[ \t])/.test(one)).length;
  return formed === lines.length && /^from:/im.test(head) && /^(date|message-id|mime-version):/im.test(head);
}

const separator = /^From \S+ .*\d{2}:\d{2}(?::\d{2})?.*\d{4}[^\n]*$/;

/** True when the text begins with the line that parts the mails of a mailbox (RFC 4155), followed by a header. */
export function looksLikeMailbox(text: string): boolean {
  const [first = "", second = ""] = text.slice(0, 4096).split("\n", 2);
  return separator.test(first) && /^[!-9;-~]+:/.test(second);
}

/** Reads one mail. Refuses what nests too deep, what cannot be read, and what holds no words. */
export async function readMail(bytes: Uint8Array, row = 1): Promise<Mail | Refusal> {
  try {
    const email = await PostalMime.parse(bytes, {
      maxNestingDepth: deepest,
      maxRfc822NestingDepth: 0,
      forceRfc822Attachments: true,
    });
    const mail = mailOf(email, row);
    return mail.text === "" ? refuse("no-words") : mail;
  } catch (error) {
    return refuse(error instanceof Error && /nesting depth/i.test(error.message) ? "bomb" : "damaged");
  }
}

/** Reads a mailbox (mboxrd) mail by mail; one that cannot be read is left out with its place. */
export async function* readMailbox(bytes: Uint8Array): AsyncGenerator<Mail | SkippedRow> {
  let row = 0;
  for (const part of partsOf(bytes)) {
    row += 1;
    const mail = await readMail(part, row);
    yield isRefusal(mail)
      ? { row, why: mail.refused === "no-words" ? "no-words-no-score" : "broken-record" }
      : mail;
  }
}

/** Mails as contacts: those that answer one another are one conversation, in the order they were sent. */
export function* mailContacts(
  mails: readonly Mail[],
  roles?: Readonly<Record<string, Speaker>>,
): Generator<Contact> {
  for (const thread of threadsOf(mails)) {
    const [first] = thread;
    if (first === undefined) continue;
    const known = new Map(thread.map((mail) => [mail.address, mail.name]));
    const turns = thread.map((mail, at) => ({
      speaker: roles?.[mail.name] ?? mailSpeaker(mail),
      name: mail.name,
      text: at === 0 && mail.subject !== "" ? `${mail.subject}\n\n${mail.text}` : mail.text,
      letter: {
        subject: mail.subject,
        at: mail.occurredAt,
        to: mail.to.map((one) => {
          const name = known.get(one.address) ?? one.name;
          return { speaker: roles?.[name] ?? mailSpeaker(one), name };
        }),
        quoted: mail.quoted,
      },
    }));
    const people = new Set(
      thread
        .filter((mail) => (roles?.[mail.name] ?? mailSpeaker(mail)) === "customer")
        .map(({ address }) => address),
    );
    const [person] = people;
    yield {
      row: first.row,
      occurredAt: first.occurredAt,
      timed: first.occurredAt !== null,
      themes: [],
      channel: "email",
      ...layOut(turns),
      ...(first.id !== "" && { externalId: first.id }),
      ...(people.size === 1 && person !== undefined && person !== "" && { person }),
    };
  }
}

/** Who writes, by the address: a desk of ours, a machine, else the customer. A person corrects it in the wizard. */
export function mailSpeaker({ address }: Pick<Mail, "address">): Speaker {
  const name = address.split("@")[0] ?? "";
  if (/^(no-?reply|noreply|donotreply|mailer-daemon|robot|automatic)/i.test(name)) return "bot";
  return /^(support|asiakaspalvelu|help|helpdesk|info|palvelu|service|customer|contact|aspa|tuki|palaute|laskutus|billing)/i.test(
    name,
  )
    ? "agent"
    : "customer";
}

function mailOf(email: Email, row: number): Mail {
  const words =
    email.text !== undefined && email.text.trim() !== "" ? email.text : wordsOfHtml(email.html ?? "");
  const address = email.from?.address ?? "";
  const { own, quoted } = partedWords(words.replace(/\r\n?/g, "\n").normalize("NFC"));
  const at = email.date === undefined ? Number.NaN : Date.parse(email.date);
  return {
    row,
    id: email.messageId ?? "",
    before: [...(email.references ?? "").split(/\s+/), email.inReplyTo ?? ""].filter((id) => id !== ""),
    name: email.from?.name || address,
    address,
    subject: (email.subject ?? "").normalize("NFC").trim().slice(0, 300),
    occurredAt: Number.isNaN(at) || at < 0 ? null : new Date(at).toISOString(),
    text: own.slice(0, longestText),
    to: receiversOf(email),
    quoted: quoted.slice(0, longestQuoted),
  };
}

function receiversOf(email: Email): Mail["to"] {
  return [...(email.to ?? []), ...(email.cc ?? [])]
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address = "" }) => ({ name: name || address, address }))
    .filter(({ name }) => name !== "")
    .slice(0, mostReceivers);
}

const repeats = /^\s?>/;
const earlierBegins =
  /^(-{2,} ?(original message|alkuperäinen viesti|forwarded message|välitetty viesti) ?-{2,}|_{20,}|on .{5,120} wrote:|.{5,120} kirjoitti(?: .{3,40})?:)\s*$/i;
const earlierHead =
  /^\*?(from|to|cc|sent|date|subject|lähettäjä|vastaanottaja|kopio|lähetetty|päivä(ys|määrä)?|aihe)\*?:/i;

/** A mail's own words without its signature, apart from the words of earlier mails that it repeats, without who wrote those. */
function partedWords(text: string): { own: string; quoted: string } {
  const lines = text.split("\n");
  const signed = lines.findIndex((one) => /^-- ?$/.test(one));
  const kept = (signed === -1 ? lines : lines.slice(0, signed)).filter((one) => !repeats.test(one));
  const cut = kept.findIndex((one) => earlierBegins.test(one));
  const begin = lines.findIndex((one) => earlierBegins.test(one));
  const earlier = lines.filter((one, at) => repeats.test(one) || (cut > 0 && at >= begin));
  return {
    own: tidyLines((cut > 0 ? kept.slice(0, cut) : kept).join("\n")),
    quoted: tidyLines(bareWords(earlier).join("\n")),
  };
}

/** Repeated lines without their marks, the lines that say who wrote them, and signatures (which end with an empty line). */
function bareWords(lines: readonly string[]): string[] {
  let inSignature = false;
  return lines
    .map((one) => one.replace(/^(\s?>)+ ?/, ""))
    .filter((one) => {
      if (/^-- ?$/.test(one)) inSignature = true;
      else if (one.trim() === "") inSignature = false;
      return !inSignature && !earlierBegins.test(one) && !earlierHead.test(one);
    });
}

function threadsOf(mails: readonly Mail[]): Mail[][] {
  const threads: Mail[][] = [];
  const known = new Map<string, Mail[]>();
  for (const mail of mails) {
    const ids = [...mail.before, mail.id].filter((id) => id !== "");
    const thread = ids.map((id) => known.get(id)).find((one) => one !== undefined) ?? [];
    if (thread.length === 0) threads.push(thread);
    thread.push(mail);
    for (const id of ids) known.set(id, thread);
  }
  for (const thread of threads) thread.sort((a, b) => (a.occurredAt ?? "").localeCompare(b.occurredAt ?? ""));
  return threads;
}

/** Cuts at the separating lines that follow an empty line, byte by byte so that no letter changes; `>From` is unquoted. */
function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let begin = -1;
  let afterEmpty = true;
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(10, at);
    const end = newline === -1 ? bytes.length : newline + 1;
    const text = afterEmpty && bytes[at] === 70 ? asciiLine(bytes.subarray(at, Math.min(end, at + 300))) : "";
    if (separator.test(text)) {
      if (begin !== -1) yield unquoted(bytes.subarray(begin, at));
      begin = end;
    }
    afterEmpty = end - at === 1 || (end - at === 2 && bytes[at] === 13);
    at = end;
  }
  if (begin !== -1 && begin < bytes.length) yield unquoted(bytes.subarray(begin));
}

function asciiLine(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).trimEnd();
}

/** `>From` at the beginning of a line was written for `From`, one `>` more each time. */
function unquoted(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let lineStart = true;
  for (let at = 0; at < bytes.length; at += 1) {
    if (lineStart && bytes[at] === 62) {
      let mark = at;
      while (bytes[mark] === 62) mark += 1;
      if (bytes[mark] === 70 && asciiLine(bytes.subarray(mark, mark + 5)).startsWith("From")) at += 1;
    }
    out[length] = bytes[at] ?? 0;
    length += 1;
    lineStart = bytes[at] === 10;
  }
  return out.subarray(0, length);
}

import { contactNamer, layOut, readChannel, type Contact } from "@polku/evidence";
import { intakeContact, type intakeQuery } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import { prepareContact, respondentSecret } from "../imports/prepareContact.ts";
import { usualEnd } from "../imports/usualEnd.ts";
import type { Services } from "../services.ts";
import { suggestLinks } from "./suggestLinks.ts";

type Needed = Pick<Services, "db" | "evidence" | "clock" | "rooms" | "secret">;
type Into = z.output<typeof intakeQuery>;
type Given = z.output<typeof intakeContact>;

const inOnePortion = 25;
const mostRefusedListed = 100;

/** How taking in went; `refused` lists the first 100. */
export type TakenIn = {
  sourceId: string;
  kept: number;
  duplicates: number;
  suggested: number;
  refused: { line: number; why: string }[];
  refusedCount: number;
};

/**
 * Takes what other systems send into a source, in portions of 25, so that nobody waits for long: each contact is checked, masked, kept once by its id, and shown
 * to the rules. A portion is on disk before the next is read. What is not well formed is told by its line, the rest is kept.
 */
export async function takeIn(
  services: Needed,
  by: string,
  into: Into,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<TakenIn> {
  const sourceId = await sourceFor(services, by, into);
  const done: TakenIn = { sourceId, kept: 0, duplicates: 0, suggested: 0, refused: [], refusedCount: 0 };
  let portion: Given[] = [];
  let line = 0;
  const keep = async (): Promise<void> => {
    const taken = await keepPortion(services, sourceId, portion);
    portion = [];
    done.kept += taken.kept;
    done.duplicates += taken.duplicates;
    done.suggested += taken.suggested;
  };
  for await (const value of values) {
    line += 1;
    const read = value === notJson ? undefined : intakeContact.safeParse(value);
    if (read?.success === true) portion.push(read.data);
    else {
      const issue = read?.error.issues[0];
      const why = issue === undefined ? "not JSON" : [...issue.path.map(String), issue.message].join(": ");
      done.refusedCount += 1;
      if (done.refused.length < mostRefusedListed) done.refused.push({ line, why });
    }
    if (portion.length >= inOnePortion) await keep();
  }
  await keep();
  return done;
}

/** A line that is no JSON, among the values of a stream. */
export const notJson = Symbol("not JSON");

async function keepPortion(
  services: Needed,
  sourceId: string,
  portion: readonly Given[],
): Promise<{ kept: number; duplicates: number; suggested: number }> {
  const secret = respondentSecret(services.secret);
  const prepared = portion.map((given) => {
    const contact = contactOf(given);
    const hash = contactNamer()(contact);
    const { row: _row, ...rest } = prepareContact(contact, {
      hash,
      mask: true,
      secret,
      heldAt: services.clock.now(),
      language: given.language ?? null,
    });
    return { contact: rest, queue: given.queue ?? null };
  });
  // The same id twice in one portion: the first is kept.
  const byHash = new Map(prepared.toReversed().map((one) => [one.contact.hash, one]));
  const contacts = [...byHash.values()].map(({ contact }) => contact);
  const { kept, duplicates } = await services.evidence.keepContacts(sourceId, contacts);
  const repeated = prepared.length - contacts.length;
  if (kept === 0) return { kept, duplicates: duplicates + repeated, suggested: 0 };
  const queues = new Map([...byHash.values()].map(({ contact, queue }) => [contact.id, queue]));
  const suggested = await suggestLinks(services, contacts, (id) => queues.get(id) ?? null);
  return { kept, duplicates: duplicates + repeated, suggested };
}

function contactOf(given: Given): Contact {
  const { externalId, text = "", turns, occurredAt, person, channel, themes, rating } = given;
  const known = channel === undefined ? undefined : readChannel(channel);
  return {
    row: 1,
    externalId,
    occurredAt: occurredAt === undefined ? null : new Date(occurredAt).toISOString(),
    timed: occurredAt !== undefined,
    themes: [...new Set(themes)],
    ...(turns === undefined || turns.length === 0
      ? { text: text.normalize("NFC").trim() }
      : layOut(
          turns.map(({ speaker, name, text: words }) => ({
            speaker,
            text: words.normalize("NFC"),
            ...(name && { name }),
          })),
        )),
    ...(person && { person }),
    ...(known !== undefined && { channel: known }),
    ...(rating && { rating }),
  };
}

let turn: Promise<unknown> = Promise.resolve();

/** The source of this title and kind, made when there is none; one at a time, so that two that arrive at once do not make two. */
function sourceFor({ evidence, clock }: Needed, by: string, into: Into): Promise<string> {
  const find = async (): Promise<string> => {
    const known = await evidence.knownSource("", into.source, into.kind);
    if (known !== undefined) return known.id;
    const now = clock.now();
    const end = usualEnd(now);
    const id = makeId();
    await evidence.addSource({
      id,
      kind: into.kind,
      title: into.source,
      fileName: null,
      fileHash: null,
      sample: Number(into.sample),
      collectedFrom: null,
      collectedTo: null,
      invited: null,
      responded: null,
      samplingNote: null,
      purpose: null,
      consentBasis: "unknown",
      retentionUntil: end,
      identityUntil: end,
      createdBy: by,
      createdAt: now,
    });
    return id;
  };
  const found = turn.then(find);
  turn = found.catch(() => undefined);
  return found;
}

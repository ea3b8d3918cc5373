import type { quoteChange } from "@polku/protocol/http";
import type { z } from "zod";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { QuoteFactsRow } from "../storage/evidenceStore.ts";
import { checkClip } from "../recordings/checkClip.ts";
import type { QuoteRow } from "../storage/evidenceTables.ts";
import { withoutThemes } from "../storage/inLanguage.ts";
import { valenceOf } from "./makeQuote.ts";
import { tellQuotesChanged } from "./tellQuotesChanged.ts";

type Change = z.output<typeof quoteChange>;

/** Changes what people say of a quote, never its words. Throws `quote.unknown`, `quote.valence`, `recording.unknown` or `recording.place`. */
export async function changeQuote(
  services: Pick<Services, "evidence" | "clock" | "rooms" | "db">,
  id: string,
  change: Change,
): Promise<QuoteFactsRow> {
  const { evidence } = services;
  const before = await mustExist(services, id);
  await checkClip(services.db, before.contactId, change.clip);
  await evidence.changeQuote(id, columnsOf(change, before, services.clock.now()));
  tellQuotesChanged(services, [id]);
  return mustExist(services, id);
}

async function mustExist({ evidence }: Pick<Services, "evidence">, id: string): Promise<QuoteFactsRow> {
  const [quote] = await evidence.quotesById([id]);
  if (quote === undefined) throw new Problem("quote.unknown");
  return quote;
}

function columnsOf(change: Change, before: QuoteFactsRow, now: number): Partial<QuoteRow> {
  const columns: Partial<QuoteRow> = {};
  if (change.valence !== undefined)
    Object.assign(columns, valenceOf(change.valence, { ratingScale: null, ratingX: null }, "other"));
  if (change.speaker !== undefined) columns.speaker = change.speaker;
  if (change.themes !== undefined) {
    columns.themes = JSON.stringify(change.themes);
    // What a person writes has one name; the ones it had in other languages no longer hold.
    columns.textIn = withoutThemes(before.textIn);
  }
  if (change.manner !== undefined) columns.manner = change.manner;
  if (change.moment !== undefined) columns.moment = change.moment;
  if (change.personaId !== undefined) columns.personaId = change.personaId;
  if (change.clip !== undefined) {
    columns.clipFrom = change.clip?.from ?? null;
    columns.clipTo = change.clip?.to ?? null;
  }
  if (change.withdrawn !== undefined) columns.withdrawnAt = change.withdrawn ? now : null;
  return columns;
}

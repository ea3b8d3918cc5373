import type { previewMeta } from "@polku/protocol/http";
import type { z } from "zod";
import { whatRulesCatch } from "../intake/suggestLinks.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import type { PreviewOfFile } from "../imports/importMessages.ts";
import type { Services } from "../services.ts";
import { checkMapping, choicesOf, headingsHash, headingsOf, readMapping } from "./readingChoices.ts";

type Seen = Omit<PreviewOfFile, "sample"> & {
  remembered: boolean;
  /** For how many of those looked at each touchpoint would be suggested. */
  suggested: Awaited<ReturnType<typeof whatRulesCatch>>;
};

/** The preview of a file, and what the rules for what arrives would make of it. */
export async function previewFile(
  services: Pick<Services, "evidence" | "imports" | "db">,
  taken: TakenFile,
  meta: z.output<typeof previewMeta>,
): Promise<Seen> {
  const { sample, ...seen } = await lookInto(services, taken, meta);
  return { ...seen, suggested: await whatRulesCatch(services, sample) };
}

/**
 * What a file holds and how it would be read: as the person says, else as such a table was mapped last time, else by
 * guess. Nothing is kept. Throws the `Problem` of a file that cannot be read.
 */
async function lookInto(
  { evidence, imports }: Pick<Services, "evidence" | "imports">,
  taken: TakenFile,
  meta: z.output<typeof previewMeta>,
): Promise<PreviewOfFile & { remembered: boolean }> {
  const headings = headingsOf(taken);
  const choices = choicesOf(meta);
  checkMapping(choices.mapping, headings);
  const known =
    choices.mapping === undefined && headings.length > 0
      ? readMapping(await evidence.rememberedMapping(headingsHash(headings)))
      : undefined;
  const used = known === undefined ? choices : { ...choices, mapping: known };
  const seen = await imports.preview(taken.file, taken.fileName, used);
  if (
    known !== undefined ||
    headings.length > 0 ||
    choices.mapping !== undefined ||
    seen.headings.length === 0
  )
    return { ...seen, remembered: known !== undefined };
  // The headings of a spreadsheet are known only now.
  const before = readMapping(await evidence.rememberedMapping(headingsHash(seen.headings)));
  if (before === undefined) return { ...seen, remembered: false };
  const again = await imports.preview(taken.file, taken.fileName, { ...choices, mapping: before });
  return { ...again, remembered: true };
}

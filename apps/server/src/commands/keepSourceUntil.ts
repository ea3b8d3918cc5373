import type { SourceChange } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { SourceSummary } from "../storage/evidenceStore.ts";

/** Sets until when a source's words and its people's keys are kept. Throws `source.unknown`, or `source.past` for a day that is over. */
export async function keepSourceUntil(
  { evidence, clock, privacy }: Pick<Services, "evidence" | "clock" | "privacy">,
  who: string,
  id: string,
  { retentionUntil, identityUntil }: SourceChange,
): Promise<SourceSummary> {
  if ((await evidence.findSource(id)) === undefined) throw new Problem("source.unknown");
  const now = clock.now();
  const days = Object.entries({ retentionUntil, identityUntil }).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, Date.parse(day)] as const],
  );
  if (days.some(([, at]) => at <= now)) throw new Problem("source.past");
  await evidence.changeSource(id, Object.fromEntries(days));
  await privacy.accessLog.add({ who, deed: "retention", what: "source", thing: id, count: null });
  const changed = await evidence.findSource(id);
  if (changed === undefined) throw new Problem("source.unknown");
  return changed;
}

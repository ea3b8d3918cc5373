import { renderJourney } from "@polku/drawing";
import type { QuoteWords, Theme, Words } from "@polku/drawing";
import { touchpointLinks } from "@polku/journey";
import type { JourneyView } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import type { Services } from "../services.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";
import { speakersEn, wordsEn } from "./wordsEn.ts";
import { speakersFi, wordsFi } from "./wordsFi.ts";

const languages: Record<Language, { words: Words; speakers: Readonly<Record<string, string>> }> = {
  en: { words: wordsEn, speakers: speakersEn },
  fi: { words: wordsFi, speakers: speakersFi },
};

/** The picture of a journey as SVG: the map with all its sub-journeys open, with customers' words or without. */
export async function journeyPicture(
  { evidence, clock }: Pick<Services, "evidence" | "clock">,
  view: JourneyView,
  wish: { language: Language; theme: Theme; withWords: boolean },
): Promise<string> {
  const facts = await factsOfPinnedQuotes(evidence, view);
  const links = new Map([...view.touchpoints.keys()].map((id) => [id, touchpointLinks(view, facts, id)]));
  return renderJourney(view, {
    words: languages[wish.language].words,
    links,
    now: clock.now(),
    theme: wish.theme,
    quotes: wish.withWords ? await quotedWords(evidence, [...facts.keys()], wish.language) : new Map(),
  });
}

async function quotedWords(
  evidence: Services["evidence"],
  ids: readonly string[],
  language: Language,
): Promise<Map<string, QuoteWords>> {
  const { speakers } = languages[language];
  const rows = await evidence.quotesById(ids);
  const spoken = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  return new Map(
    spoken.map((row) => {
      const { text, speaker, sourceTitle } = quoteInLanguage(row, language);
      return [row.id, { text, speaker: `${speakers[speaker] ?? speakers.other} · ${sourceTitle}` }];
    }),
  );
}

import type { QuoteWords, Theme } from "@polku/drawing";
import { touchpointLinks } from "@polku/journey";
import type { JourneyView } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import type { Services } from "../services.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";
import { imagesShown } from "../images/journeyImages.ts";
import { makePicture } from "./pictureProcess.ts";
import { speakersEn } from "./wordsEn.ts";
import { speakersFi } from "./wordsFi.ts";

const speakersIn: Record<Language, Readonly<Record<string, string>>> = { en: speakersEn, fi: speakersFi };

/** The picture of a journey: the map with all its sub-journeys open, with customers' words or without. Throws `export.failed`. */
export async function journeyPicture(
  { evidence, clock, images }: Pick<Services, "evidence" | "clock" | "images">,
  journeyId: string,
  view: JourneyView,
  wish: { format: "svg" | "png"; language: Language; theme: Theme; withWords: boolean; toScale: boolean },
): Promise<Buffer> {
  const facts = await factsOfPinnedQuotes(evidence, view);
  const links = new Map([...view.touchpoints.keys()].map((id) => [id, touchpointLinks(view, facts, id)]));
  const { format, language, theme, withWords, toScale } = wish;
  const quotes = withWords ? await quotedWords(evidence, [...facts.keys()], language) : new Map();
  const kept = await images.all(journeyId, imagesShown(view));
  // The renderer of PNG reads no WebP: it draws such a one's frame and words.
  const drawable = kept.filter(({ type }) => format === "svg" || type !== "image/webp");
  const pictures = new Map(
    drawable.map(({ id, type, bytes }) => [
      id,
      `data:${type};base64,${Buffer.from(bytes).toString("base64")}`,
    ]),
  );
  return makePicture({
    view,
    links,
    quotes,
    images: pictures,
    language,
    theme,
    toScale,
    now: clock.now(),
    format,
  });
}

async function quotedWords(
  evidence: Services["evidence"],
  ids: readonly string[],
  language: Language,
): Promise<Map<string, QuoteWords>> {
  const speakers = speakersIn[language];
  const rows = await evidence.quotesById(ids);
  const spoken = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  return new Map(
    spoken.map((row) => {
      const { text, speaker, sourceTitle } = quoteInLanguage(row, language);
      return [row.id, { text, speaker: `${speakers[speaker] ?? speakers.other} · ${sourceTitle}` }];
    }),
  );
}

import type { QuoteWords } from "@polku/drawing";
import { touchpointLinks } from "@polku/journey";
import type { JourneyView } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import type { Services } from "../services.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";
import { imagesShown } from "../images/journeyImages.ts";
import type { PictureJob } from "./pictureMessages.ts";
import { makePicture } from "./pictureProcess.ts";
import { speakersEn } from "./wordsEn.ts";
import { speakersFi } from "./wordsFi.ts";

const speakersIn: Record<Language, Readonly<Record<string, string>>> = { en: speakersEn, fi: speakersFi };

/** The kinds of image that each kind of picture can hold. */
const READ: Readonly<Record<PictureJob["format"], readonly string[]>> = {
  svg: ["image/png", "image/jpeg", "image/gif", "image/webp"],
  png: ["image/png", "image/jpeg", "image/gif"],
  pdf: ["image/png", "image/jpeg"],
};

/** The picture of a journey: the map with all its sub-journeys open, with customers' words or without. Throws `export.failed`. */
export async function journeyPicture(
  { evidence, clock, images }: Pick<Services, "evidence" | "clock" | "images">,
  journeyId: string,
  view: JourneyView,
  wish: Pick<PictureJob, "format" | "language" | "theme" | "toScale" | "paper"> & { withWords: boolean },
): Promise<Buffer> {
  const facts = await factsOfPinnedQuotes(evidence, view);
  const links = new Map([...view.touchpoints.keys()].map((id) => [id, touchpointLinks(view, facts, id)]));
  const { format, language, theme, withWords, toScale, paper } = wish;
  const quotes = withWords ? await quotedWords(evidence, [...facts.keys()], language) : new Map();
  const kept = await images.all(journeyId, imagesShown(view));
  // An image of a kind that the renderer does not read is drawn as its frame and its words.
  const drawable = kept.filter(({ type }) => READ[format].includes(type));
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
    // Sheets are for printing, and paper is light.
    theme: paper === null ? theme : "light",
    toScale,
    now: clock.now(),
    format,
    paper,
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

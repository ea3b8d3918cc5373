import { feelingStep } from "@polku/drawing";
import { FEELING_STEPS, ownFeelingWord, type JourneyView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useJourney } from "./SessionContext.tsx";

/** The journey's own words in one string, so that nobody wakes for another change of what is said of the journey. */
function ownWords({ meta }: JourneyView): string {
  return FEELING_STEPS.map((step) => ownFeelingWord(meta, step) ?? "").join("\n");
}

/** What a valence −2 … 2 is called on this map: the journey's own word, else that of the reader's language. */
export function useFeelingName(): (v: number) => string {
  const { t } = useTranslation();
  const own = useJourney(ownWords).split("\n");
  return (v) => {
    const step = feelingStep(v);
    return own[FEELING_STEPS.indexOf(step)] || t(`feeling.${step}`);
  };
}

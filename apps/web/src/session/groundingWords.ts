import type { TFunction } from "i18next";
import type { Grounding, GroundingReason } from "@polku/journey";

/** Why a touchpoint has its level, in a sentence with its numbers. */
export function reasonSentence(t: TFunction, reason: GroundingReason): string {
  switch (reason.code) {
    case "nobody_has_said_this":
      return t("grounding.reason.nobody_has_said_this");
    case "opinions_divide":
      return t("grounding.reason.opinions_divide", { ...reason });
    case "people_contradict":
      return t("grounding.reason.people_contradict", { ...reason });
    case "few_people":
      return t("grounding.reason.few_people", { ...reason, count: reason.n });
    case "many_people_ways_and_sources":
      return t("grounding.reason.many_people_ways_and_sources", { ...reason });
    case "newest_is_old":
      return t("grounding.reason.newest_is_old", { ...reason });
    case "needs_more_people":
      return t("grounding.reason.needs_more_people", { ...reason });
    case "needs_second_method":
      return t("grounding.reason.needs_second_method", { ...reason });
    case "needs_second_source":
      return t("grounding.reason.needs_second_source", { ...reason });
  }
}

/** The level and its reason: what hover and focus tell. */
export function groundingSentence(t: TFunction, found: Grounding, reason: GroundingReason): string {
  return `${t(`grounding.level.${found.level}`)}. ${reasonSentence(t, reason)}`;
}

import type { TouchpointMark } from "@polku/journey";
import type { TFunction } from "i18next";

/** A mark in a word or two, and its reason with the numbers it was found by. */
export type MarkWords = { readonly name: string; readonly reason: string };

type Signed = (v: number) => string;

/** How it was felt, and by whom: what three people said, or what the team drew. */
function felt(t: TFunction, signed: Signed, mark: { readonly v: number; readonly assumed: boolean }): string {
  return t(mark.assumed ? "marks.drawnAt" : "marks.saidAt", { v: signed(mark.v) });
}

function reasonOf(t: TFunction, signed: Signed, mark: TouchpointMark): string {
  switch (mark.code) {
    case "split":
      return t("marks.reason.split", { low: mark.low, high: mark.high });
    case "fix_first":
    case "highlight":
    case "quiet_pain":
      return t(`marks.reason.${mark.code}`, { arc: mark.arc, felt: felt(t, signed, mark) });
    case "easy_for_us":
      return t("marks.reason.easy_for_us", { customer: mark.customer, company: mark.company });
    case "solved_unhappy":
    case "should_just_work":
      return t(`marks.reason.${mark.code}`, { felt: felt(t, signed, mark) });
    case "wanted_other":
      return t(mark.contact ? "marks.reason.wanted_contact" : "marks.reason.wanted_channel");
    case "rosier":
    case "gloomier":
      return t(`marks.reason.${mark.code}`, { gap: signed(mark.gap) });
    case "memorable":
      return t("marks.reason.memorable", { count: mark.n });
    case "way_to_human":
      return mark.minutes === null
        ? t("marks.reason.way_steps", { count: mark.steps })
        : t("marks.reason.way_minutes", { count: mark.steps, minutes: mark.minutes });
    case "lift":
    case "change":
      return t(`marks.reason.${mark.code}`, { by: signed(mark.by) });
    case "dead_end":
    case "number_without_voice":
      return t(`marks.reason.${mark.code}`);
  }
}

/** Says a mark in the reader's language. */
export function markWords(t: TFunction, signed: Signed, mark: TouchpointMark): MarkWords {
  return { name: t(`marks.name.${mark.code}`), reason: reasonOf(t, signed, mark) };
}

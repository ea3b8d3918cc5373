import type { VersionChanges } from "../api/versions.ts";
import { currentLanguage } from "../i18n/language.ts";
import type { TFunction } from "i18next";

export type Change = VersionChanges["changes"][number];

/** A sentence about one change, and for texts what stood there and what stands there now. */
export type SaidChange = { readonly sentence: string; readonly was: string; readonly now: string };

const FIELDS = [
  "channel",
  "contactKind",
  "official",
  "initiator",
  "stageSide",
  "mot",
  "motReason",
  "expectation",
  "effort",
  "arc",
  "startsAt",
  "waitMinutes",
  "wanted",
  "namedPerson",
  "solved",
  "leaveRisk",
  "personaIds",
  "goal",
  "goals",
  "needs",
  "phase",
  "kind",
  "height",
  "hidden",
  "scope",
  "state",
  "level",
  "lang",
  "notice",
  "feelingWorst",
  "feelingBad",
  "feelingMiddle",
  "feelingGood",
  "feelingBest",
  "v",
  "t",
  "personaId",
  "stance",
  "status",
  "role",
  "age",
  "basis",
] as const;

function fieldsSaid(t: TFunction, fields: readonly string[]): string {
  const known = fields.map((field) => FIELDS.find((one) => one === field) ?? "other");
  return [...new Set(known)].map((field) => t(`history.fields.${field}`)).join(", ");
}

function named(t: TFunction, name: string | number | null): string {
  return typeof name === "string" && name.trim() !== "" ? name.trim() : t("history.untitled");
}

/** A valence with its sign; the minus is a true one. */
function feeling(v: string | number | null): string {
  if (typeof v !== "number") return "";
  const size = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 2 }).format(Math.abs(v));
  return v > 0 ? `+${size}` : v < 0 ? `−${size}` : "0";
}

function keyOf({ kind, deed, was, now }: Change) {
  if (kind === "touchpoint" && deed === "moved" && was === now)
    return "history.change.touchpoint.movedWithin" as const;
  if (kind === "point" && deed === "changed" && was === now) return "history.change.point.moved" as const;
  return `history.change.${kind}.${deed}` as const;
}

/** Says a change in the reader's language. */
export function sayChange(t: TFunction, change: Change): SaidChange {
  const { kind, was, now, lane, place } = change;
  const isText = kind === "note" || kind === "text";
  const isFelt = kind === "point" || kind === "expectation";
  const said = (value: string | number | null) => (isFelt ? feeling(value) : named(t, value));
  return {
    sentence: t(keyOf(change), {
      title: named(t, change.title),
      was: said(was),
      now: said(now),
      place: named(t, place),
      lane: lane ? lane.title.trim() || t(`lane.kinds.${lane.kind}`) : named(t, null),
      fields: fieldsSaid(t, change.fields),
    }),
    was: isText ? String(was ?? "") : "",
    now: isText ? String(now ?? "") : "",
  };
}

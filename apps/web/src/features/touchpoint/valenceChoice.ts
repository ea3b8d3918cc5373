const VALENCES = ["", "2", "1", "0", "-1", "-2"] as const;

/** A valence as a list of choices holds it; empty for none. */
export type ValenceChoice = (typeof VALENCES)[number];

/** The choice that is nearest to a valence. */
export function nearestChoice(v: number | null): ValenceChoice {
  return v === null ? "" : (VALENCES.find((one) => one === String(Math.round(v))) ?? "0");
}

export function valenceOf(choice: ValenceChoice): number | null {
  return choice === "" ? null : Number(choice);
}

/** The choices in words; `nothing` says what none means. */
export function valenceOptions(feelingName: (v: number) => string, nothing: string) {
  return VALENCES.map((value) => ({
    value,
    label: value === "" ? nothing : `${value.replace("-", "−")} · ${feelingName(Number(value))}`,
  }));
}

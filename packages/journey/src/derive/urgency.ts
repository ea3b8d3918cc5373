export type Urgency = "fix_first" | "highlight" | "quiet_pain" | "normal";

/** What a touchpoint asks for, by its valence −2..2 and its dramatic arc 1..5 (method A9). */
export function urgency(valence: number | null | undefined, arc: number | null | undefined): Urgency {
  if (valence === null || valence === undefined || arc === null || arc === undefined) {
    return "normal";
  }
  if (arc >= 4 && valence <= -1) return "fix_first";
  if (arc >= 4 && valence >= 1) return "highlight";
  return arc <= 2 && valence <= -1 ? "quiet_pain" : "normal";
}

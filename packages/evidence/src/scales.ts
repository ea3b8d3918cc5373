/** Scales of a score, by the names of the method (A3), in the order in which people are offered them. */
export const scales = [
  "nps",
  "stars5",
  "csat5",
  "csat7",
  "ces7",
  "ces7_effort",
  "percent",
  "thumb",
  "smiley4",
] as const;
export type Scale = (typeof scales)[number];

/** The lowest and the highest answer on each scale. */
export const scaleEnds: Readonly<Record<Scale, readonly [lowest: number, highest: number]>> = {
  nps: [0, 10],
  stars5: [1, 5],
  csat5: [1, 5],
  csat7: [1, 7],
  ces7: [1, 7],
  ces7_effort: [1, 7],
  percent: [0, 100],
  thumb: [0, 1],
  smiley4: [1, 4],
};

/** Colours that tell people apart on a light and on a dark canvas, each with 4.5:1 against white text. */
const palette = [
  "#b3261e",
  "#a23b72",
  "#7b3fb5",
  "#4a4fc4",
  "#1d63b8",
  "#0f6e84",
  "#12704a",
  "#4c6b12",
  "#8a5a00",
  "#a3470f",
  "#6b5149",
  "#52606d",
] as const;

/** The colour of the n-th person: neighbours in time get colours far apart. */
export function colourOf(n: number): string {
  return palette[(n * 5) % palette.length] ?? palette[0];
}

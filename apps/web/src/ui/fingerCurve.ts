/** Which of `count` moments a finger is at within a box (px), and how that felt: −2 … 2 in halves, the top being 2. */
export function placeAt(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  finger: { readonly clientX: number; readonly clientY: number },
  count: number,
): { i: number; v: number } {
  const across = (finger.clientX - box.left) / box.width;
  const down = (finger.clientY - box.top) / box.height;
  // The scale leaves a little room above +2 and below −2: 36 of 160 units a step, the middle at 80.
  const v = ((0.5 - down) * 160) / 36;
  return {
    i: Math.max(0, Math.min(count - 1, Math.floor(across * count))),
    v: Math.max(-2, Math.min(2, Math.round(v * 2) / 2)),
  };
}

/** A line through the drawn points in a box of 400 × 160, eased so that each point is its own peak: `x` 0 … 1, `v` −2 … 2. */
export function pathThrough(points: readonly { readonly x: number; readonly v: number }[]): string {
  return points
    .map(({ x, v }, i) => {
      const [px, py] = [x * 400, 80 - v * 36];
      const before = points[i - 1];
      if (!before) return `M${px},${py}`;
      const half = (before.x * 400 + px) / 2;
      return `C${half},${80 - before.v * 36} ${half},${py} ${px},${py}`;
    })
    .join("");
}

/**
 * Makes some boxes scroll as one: what is scrolled in one is shown in the others, as far as they go. A box that follows does not lead back.
 * @returns what lets go of them
 */
export function scrollTogether(boxes: readonly HTMLElement[]): () => void {
  const followed = new Set<HTMLElement>();
  const follow = (event: Event): void => {
    const leader = boxes.find((box) => box === event.target);
    if (!leader || followed.delete(leader)) return;
    for (const box of boxes) {
      if (box === leader) continue;
      const [left, top] = [box.scrollLeft, box.scrollTop];
      box.scrollLeft = leader.scrollLeft;
      box.scrollTop = leader.scrollTop;
      // A box that stood there already makes no event of its own.
      if (box.scrollLeft !== left || box.scrollTop !== top) followed.add(box);
    }
  };
  for (const box of boxes) box.addEventListener("scroll", follow);
  return () => {
    for (const box of boxes) box.removeEventListener("scroll", follow);
  };
}

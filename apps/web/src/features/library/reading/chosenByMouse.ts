import type { Span } from "./span.ts";

/** The place in the contact's text of a point in the page; null outside the words. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const inText = node.nodeType === Node.TEXT_NODE;
  const element = inText ? node.parentElement : node.childNodes[offset];
  const piece =
    element instanceof HTMLElement
      ? (element.closest<HTMLElement>("[data-place]") ?? element.querySelector<HTMLElement>("[data-place]"))
      : null;
  if (!piece) return null;
  return Number(piece.dataset.place) + (inText ? offset : 0);
}

/** What the mouse (or a finger) has selected among the words under `root`, as a stretch of the contact's text. */
export function chosenByMouse(root: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(root, range.startContainer, range.startOffset);
  const end = placeOf(root, range.endContainer, range.endOffset);
  if (start === null && end === null) return null;
  const words = range.toString().length;
  const from = start ?? (end ?? 0) - words;
  const to = end ?? from + words;
  return to > from ? { start: Math.max(0, from), end: to } : null;
}

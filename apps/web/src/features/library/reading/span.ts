/** A stretch of a contact's text: places of UTF-16 letters, the end not included. */
export type Span = { readonly start: number; readonly end: number };

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const first = words.search(/\S/);
  if (first === -1) return null;
  return { start: start + first, end: start + words.trimEnd().length };
}

/** The sentences of a text, without the space around them; an empty line always ends one. */
export function sentencesOf(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    let at = index;
    // The segmenter may keep a line break inside a sentence; a person's answer or turn does not run over it.
    for (const line of segment.split(/(\n+)/)) {
      const span = trimmed(text, { start: at, end: at + line.length });
      if (span) spans.push(span);
      at += line.length;
    }
  }
  return spans;
}

/** The words of a text, each with the mark that belongs to it: a full stop is taken along with the last word. */
export function wordsOf(text: string): Span[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The whole words that a stretch touches; null when it touches none. */
export function wholeWords(text: string, span: Span): Span | null {
  const touched = wordsOf(text).filter((word) => word.end > span.start && word.start < span.end);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The stretch among `stops` before or after the chosen one; the first when nothing is chosen. */
export function beside(stops: readonly Span[], chosen: Span | null, by: 1 | -1): Span | null {
  if (!chosen) return (by === 1 ? stops[0] : stops.at(-1)) ?? null;
  const next =
    by === 1
      ? stops.find(({ start }) => start >= chosen.end)
      : stops.findLast(({ end }) => end <= chosen.start);
  return next ?? chosen;
}

/** Grows or shrinks the end of a choice by one of `stops`; it never shrinks to nothing. */
export function stretched(stops: readonly Span[], chosen: Span | null, by: 1 | -1): Span | null {
  if (!chosen) return beside(stops, null, 1);
  const end =
    by === 1
      ? stops.find((stop) => stop.end > chosen.end)?.end
      : stops.findLast((stop) => stop.end < chosen.end && stop.end > chosen.start)?.end;
  return end === undefined ? chosen : { start: chosen.start, end };
}

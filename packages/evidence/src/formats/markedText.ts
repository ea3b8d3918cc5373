const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    nbsp: " ",
    quot: '"',
    apos: "'",
    lrm: "",
    rlm: "",
    auml: "ä",
    Auml: "Ä",
    ouml: "ö",
    Ouml: "Ö",
    aring: "å",
    Aring: "Å",
    eacute: "é",
    euro: "€",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    rsquo: "’",
    lsquo: "‘",
    rdquo: "”",
    ldquo: "“",
  }),
);

/** The letters that HTML and XML write as `&auml;` or `&#228;`. What is no such letter stays as it is. */
export function namedEntities(text: string): string {
  return text.replace(
    /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi,
    (whole, code: string) =>
      entities.get(code) ?? entities.get(code.toLowerCase()) ?? numbered(code) ?? whole,
  );
}

function numbered(code: string): string | null {
  if (!code.startsWith("#")) return null;
  const hex = code[1]?.toLowerCase() === "x";
  const point = hex ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  const letter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return letter ? String.fromCodePoint(point) : null;
}

/** The words of a piece of HTML: paragraphs become lines; scripts, styles, pictures and links' addresses go. Nothing is fetched. */
export function wordsOfHtml(html: string): string {
  const visible = withoutElement(withoutElement(html, "script"), "style");
  const lines = visible
    .replace(/<!--[^<>]*-->/g, "")
    .replace(/<(?:br|hr)\b[^<>]*>/gi, "\n")
    .replace(/<\/(?:p|div|li|tr|h[1-6]|blockquote)\s*>/gi, "\n")
    .replace(/<\/?[a-z!][^<>]*>/gi, "");
  return tidyLines(namedEntities(lines));
}

/** One space between words, at most one empty line between paragraphs. */
export function tidyLines(text: string): string {
  return text
    .replace(/[\u200E\u200F\u00AD]/g, "")
    .split("\n")
    .map((line) => line.replace(/[ \t\u00A0]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** By places, not by one expression: an element that is never closed would make it look again from every `<`. */
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase();
  let kept = "";
  let at = 0;
  for (;;) {
    const opens = lower.indexOf(`<${name}`, at);
    if (opens === -1) return kept + html.slice(at);
    kept += html.slice(at, opens);
    const closes = lower.indexOf(`</${name}`, opens);
    if (closes === -1) return kept;
    const end = lower.indexOf(">", closes);
    if (end === -1) return kept;
    at = end + 1;
  }
}

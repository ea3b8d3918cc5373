import type { Section } from "./summarySections.ts";

/** Words as they are: what Markdown would take for a sign of its own is marked, and a line stays a line. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();
}

/** The summary as Markdown. `none` is said of a part in which nothing stands. */
export function summaryMarkdown(
  head: { readonly title: string; readonly when: string },
  sections: readonly Section[],
  none: string,
): string {
  const parts = sections.map(({ title, intro, ordered, items }) => {
    const lines = items.map((item, i) => `${ordered ? `${i + 1}.` : "-"} ${plain(item)}`);
    return [`## ${plain(title)}`, intro && plain(intro), lines.length > 0 ? lines.join("\n") : plain(none)]
      .filter(Boolean)
      .join("\n\n");
  });
  return `${[`# ${plain(head.title)}`, plain(head.when), ...parts].join("\n\n")}\n`;
}

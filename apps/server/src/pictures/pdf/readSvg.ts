/** An element of a picture, with what it says. */
export type SvgElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  readonly text: string;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function plain(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, plain(value)]),
  );
}

/**
 * Reads a picture that our own painter wrote (`packages/drawing`): elements, attributes and text, nothing else of XML.
 * @throws when an element does not close
 */
export function readSvg(svg: string): SvgElement {
  type Open = { name: string; attributes: Record<string, string>; children: SvgElement[]; text: string };
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [root];
  for (const [, close, name = "", written = "", alone, text = ""] of svg.matchAll(
    /<(\/?)([\w]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (close === "/") {
      const ended = open.pop();
      if (ended?.name !== name) throw new Error(`</${name}> closes nothing.`);
      open.at(-1)?.children.push(ended);
      continue;
    }
    const element: Open = { name, attributes: attributesOf(written), children: [], text: plain(text) };
    if (alone === "/") open.at(-1)?.children.push(element);
    else open.push(element);
  }
  const [picture] = root.children;
  if (open.length !== 1 || picture === undefined) throw new Error("The picture does not end.");
  return picture;
}

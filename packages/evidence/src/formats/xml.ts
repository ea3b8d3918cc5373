import { namedEntities } from "./markedText.ts";

/** A piece of an XML document, names without their prefix. A tag that closes itself opens and closes. */
export type XmlPiece =
  | { readonly t: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly t: "close"; readonly name: string }
  | { readonly t: "text"; readonly text: string };

/** The document defines entities or nests too deep: made to burst its reader, not to be read. */
export class HostileXml extends Error {}

const deepest = 500;

/**
 * Walks a document from left to right in one pass. There are no entities but the five of XML and numbers, so nothing grows and nothing is fetched.
 * Throws `HostileXml` on a document type with definitions, and on nesting over 500.
 */
export function* walkXml(xml: string): Generator<XmlPiece> {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag === -1) break;
    if (tag > at) yield { t: "text", text: unescaped(xml.slice(at, tag)) };
    if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag);
      yield { t: "text", text: xml.slice(tag + 9, Math.max(tag + 9, at - 3)) };
    } else if (xml.startsWith("<!", tag)) throw new HostileXml("a document type");
    else if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag);
    else {
      at = endOfTag(xml, tag);
      const inside = xml.slice(tag + 1, at - 1);
      if (inside.startsWith("/")) {
        depth -= 1;
        yield { t: "close", name: localName(inside.slice(1).trim()) };
      } else {
        const closed = inside.endsWith("/");
        const opened = openTag(closed ? inside.slice(0, -1) : inside);
        yield opened;
        if (closed) yield { t: "close", name: opened.name };
        else if ((depth += 1) > deepest) throw new HostileXml("nested too deep");
      }
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

/** Behind the `>` that closes a tag; one inside quotes does not. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < xml.length; at += 1) {
    const letter = xml[at] ?? "";
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at + 1;
  }
  return xml.length;
}

function openTag(inside: string): XmlPiece & { t: "open" } {
  const name = /^[^\s/>]+/.exec(inside)?.[0] ?? "";
  const attributes = new Map<string, string>();
  if (name.length < inside.length)
    for (const found of inside.slice(name.length).matchAll(/([^\s=]+)=(?:"([^"]*)"|'([^']*)')/g))
      attributes.set(localName(found[1] ?? ""), unescaped(found[2] ?? found[3] ?? ""));
  return { t: "open", name: localName(name), attributes };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unescaped(text: string): string {
  return text.includes("&") ? namedEntities(text) : text;
}

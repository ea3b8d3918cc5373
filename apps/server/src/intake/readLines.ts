import type { Readable } from "node:stream";
import { Problem } from "../errors.ts";
import { notJson } from "./takeIn.ts";

const megabyte = 1024 * 1024;
const mostBytes = 50 * megabyte;
const longestLine = megabyte;

/** The values of a stream of JSON lines, as they arrive; empty lines are passed over. Throws `file.tooLarge` over 50 MB and for a line over 1 MB. */
export async function* readLines(stream: Readable): AsyncGenerator {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let bytes = 0;
  // Not destroyed when this stops early: the answer has yet to go out on its socket.
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Problem("file.tooLarge", { limit: "50" });
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw new Problem("file.tooLarge", { limit: "1" });
    for (const line of lines) if (line.trim() !== "") yield parsed(line);
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield parsed(rest);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return notJson;
  }
}

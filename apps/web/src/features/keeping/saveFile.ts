import type { JourneyFile } from "@polku/journey";

/** A file name that every system takes. */
function fileNameOf(title: string): string {
  const words = title
    .replaceAll(/[^\p{L}\p{N} _-]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `${words === "" ? "Polku" : words.slice(0, 80)}.json`;
}

/** Hands a journey to the person as a file, made in this window: the server need not be there. */
export function saveFile(file: JourneyFile, title: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameOf(title);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

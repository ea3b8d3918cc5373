import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder: everything the scripts touch is named from here. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

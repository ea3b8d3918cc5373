import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Emits `sw.js` with the list of everything that was built, so that the app opens without a network. Nothing under /api is ever kept:
 * customers' words stay on the server.
 */
export function offlineShell(): Plugin {
  return {
    name: "polku-offline-shell",
    apply: "build",
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter(
        (name) => /\.(js|css|woff2|svg)$/.test(name) && !name.includes("cyrillic"),
      );
      const paths = ["/", "/icon.svg", "/manifest.webmanifest", ...files.map((name) => `/${name}`)].sort();
      const source = readFileSync(new URL("./src/offline/serviceWorker.js", import.meta.url), "utf8");
      const version = createHash("sha256").update(source).update(paths.join("\n")).digest("hex").slice(0, 12);
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: source
          .replace("__VERSION__", JSON.stringify(version))
          .replace("__FILES__", JSON.stringify(paths)),
      });
    },
  };
}

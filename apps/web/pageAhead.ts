import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Names the journey's page and all it leans on in `index.html`. Otherwise the browser hears of it only when the app has been fetched
 * and run, and a person who came by a link to a journey waits for two rounds of fetching instead of one. Where the words of each language are
 * is told too: `opening.js` fetches those of one, and it is what starts the app.
 */
export function pageAhead(page: string, words: Readonly<Record<string, string>>): Plugin {
  return {
    name: "polku-page-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === "chunk");
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page));
        if (found === undefined) throw new Error(`There is no page ${page} in the build.`);
        const files = new Set<string>();
        const styles = new Set<string>();
        const visit = (name: string): void => {
          const chunk = byName.get(name);
          if (files.has(name) || chunk === undefined) return;
          files.add(name);
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
          for (const next of chunk.imports) visit(next);
        };
        visit(found.fileName);
        const link = (rel: string, name: string, more: Record<string, string> = {}) => ({
          tag: "link",
          attrs: { rel, href: `/${name}`, crossorigin: true, ...more },
          injectTo: "head" as const,
        });
        const fileOf = (module: string): string => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
          if (chunk === undefined) throw new Error(`There is no ${module} in the build.`);
          return `/${chunk.fileName}`;
        };
        // `opening.js` starts the app: where the page comes with a picture of its map, once that is on the screen.
        const start = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
        const app = start.exec(html)?.[1];
        if (app === undefined) throw new Error("The page starts no app.");
        const tags = [
          { tag: "meta", attrs: { name: "polku-app", content: app }, injectTo: "head-prepend" as const },
          link("modulepreload", app.slice(1)),
          ...Object.entries(words).map(([lang, module]) => ({
            tag: "meta",
            attrs: { name: `polku-words-${lang}`, content: fileOf(module) },
            injectTo: "head-prepend" as const,
          })),
          ...[...files].filter((name) => !html.includes(name)).map((name) => link("modulepreload", name)),
          ...[...styles]
            .filter((name) => !html.includes(name))
            .map((name) => link("preload", name, { as: "style" })),
        ];
        return { html: firstThingsFirst(html.replace(start, "")), tags };
      },
    },
  };
}

/**
 * The page says first what a picture of the map needs, which is nothing but the page itself: `opening.js` stands in it (the server allows it
 * by its hash), and the styles come after the place of the app, so that nothing waits for them but the app. Files come six at a time, in
 * the order in which they are named.
 */
function firstThingsFirst(html: string): string {
  const modules = /\s*<link rel="modulepreload"[^>]*>/g;
  const styles = /\s*<link rel="stylesheet"[^>]*>/g;
  const later = (html.match(modules) ?? []).join("");
  const sheets = (html.match(styles) ?? []).join("");
  const opening = readFileSync(new URL("./public/opening.js", import.meta.url), "utf8").trim();
  return html
    .replace(modules, "")
    .replace(styles, "")
    .replace(/<script src="\/opening\.js"><\/script>/, () => `<script>${opening}</script>`)
    .replace("</head>", `${later}\n  </head>`)
    .replace("</body>", `${sheets}\n  </body>`);
}

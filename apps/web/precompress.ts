import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const text = /\.(js|css|html|svg|json|webmanifest)$/;
/** Below this many bytes a packet carries the file as it is. */
const worthIt = 800;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function pressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < worthIt) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await brotli(bytes, { params }));
  await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
}

/**
 * Puts a gzip and a brotli copy beside every file of text in the built app: pressed once, at the build, and as hard as it goes. The server
 * sends the copy that a browser understands.
 */
export function precompress(): Plugin {
  let folder = "";
  return {
    name: "polku-precompress",
    apply: "build",
    enforce: "post",
    configResolved: ({ root, build }) => void (folder = path.resolve(root, build.outDir)),
    closeBundle: {
      sequential: true,
      order: "post",
      handler: async () => {
        const files = await readdir(folder, { recursive: true });
        await Promise.all(
          files.filter((file) => text.test(file)).map((file) => pressFile(path.join(folder, file))),
        );
      },
    },
  };
}

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offlineShell } from "./offlineShell.ts";
import { pageAhead } from "./pageAhead.ts";
import { precompress } from "./precompress.ts";

/**
 * Libraries, packages and folders that are part of the first page, whichever it is. Not the words, of which one language is enough, nor
 * what only a panel needs: that goes with its panel.
 */
const everyPage =
  /[\\/]node_modules[\\/](\.pnpm[\\/][^\\/]+[\\/]node_modules[\\/])?(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|void-elements|html-parse-stringify|@tanstack[\\/](react-query|query-core)|wouter|regexparam|mitt|zustand|yjs|lib0|y-protocols)[\\/]|[\\/]packages[\\/](journey[\\/]src[\\/](?!index|derive[\\/]health|templates|clip|find|journeyFile|commands[\\/](paste|replaceWords|columns|locks|many|shape|insights|personas|promises|trash|laneMatch))|drawing[\\/]|protocol[\\/]src[\\/](?!index|\w*[pP]roblems))|[\\/]apps[\\/]web[\\/]src[\\/](api[\\/](request|journeys|people\.|quotes|sources)|i18n[\\/](?!en|fi)|session[\\/](?!shapeHand|alignment|changeSentence|pastSession)|ui[\\/](?!Dialog|sound|QrCode|readImage|LineField)|app[\\/]BrandMark)/;

const server = process.env.POLKU_DEV_SERVER ?? "http://127.0.0.1:4321";

export default defineConfig({
  plugins: [
    react(),
    pageAhead("app/JourneyPage.tsx", { en: "i18n/en.ts", fi: "i18n/fi.ts" }),
    offlineShell(),
    precompress(),
  ],
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What every page needs comes as one file, and what the map needs as another: thirty small ones, six at a time, cost a person
        // more than what they would save.
        codeSplitting: {
          groups: [
            { name: "base", test: everyPage, priority: 2 },
            { name: "journey", test: /[\\/]app[\\/]JourneyPage\.tsx$/, priority: 1 },
            // What the two above have no need of; each icon is too small for a file.
            { name: "icons", test: /[\\/]lucide-react[\\/]/, priority: 0 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      "/api": { target: server, changeOrigin: false },
      "/collab": { target: server, ws: true },
      "/yjs": { target: server, ws: true },
    },
  },
});

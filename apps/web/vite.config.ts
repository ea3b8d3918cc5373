import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offlineShell } from "./offlineShell.ts";
import { pageAhead } from "./pageAhead.ts";
import { precompress } from "./precompress.ts";

const server = process.env.POLKU_DEV_SERVER ?? "http://127.0.0.1:4321";

export default defineConfig({
  plugins: [react(), pageAhead("app/JourneyPage.tsx"), offlineShell(), precompress()],
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
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

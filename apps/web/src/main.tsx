import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./ui/base.css";
import "./ui/contrast.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, loadPageOf, loadPagesForLater } from "./app/App.tsx";
import { startLanguage } from "./i18n/language.ts";
import { keepShell } from "./offline/keepShell.ts";
import { startTheme } from "./ui/theme.ts";

startTheme();
await Promise.all([startLanguage(), loadPageOf(location.pathname)]);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// The shell is fetched for later; what is on the screen now comes first.
setTimeout(() => void loadPagesForLater().then(keepShell), 4_000);

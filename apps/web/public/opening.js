// Asks for what a journey's page needs while the app itself is still being fetched, and starts the app. The answers are taken up in
// src/api/ahead.ts.
(() => {
  /** What this browser keeps of earlier choices; a private window keeps nothing. */
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const known = [kept("polku.language"), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  const lang = known.find((tag) => tag === "en" || tag === "fi") ?? "en";
  /** The words of the person's language, as src/i18n/language.ts will ask for them. */
  const fetchWords = () => {
    const place = document.querySelector(`meta[name="polku-words-${lang}"]`);
    if (place === null) return;
    const ahead = document.createElement("link");
    Object.assign(ahead, { rel: "modulepreload", href: place.content, crossOrigin: "anonymous" });
    document.head.append(ahead);
  };
  fetchWords();
  let started = false;
  /** Starts the app, once, when its styles are there. A page that is not built starts it itself. */
  const startApp = () => {
    const place = document.querySelector('meta[name="polku-app"]');
    if (started || place === null) return;
    started = true;
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].filter(
      (link) => link.sheet === null,
    );
    const run = () => {
      const app = document.createElement("script");
      Object.assign(app, { type: "module", src: place.content, crossOrigin: "anonymous" });
      document.head.append(app);
    };
    // One that cannot be had must not keep the app away.
    const loaded = (link) => new Promise((done) => Object.assign(link, { onload: done, onerror: done }));
    void Promise.all(sheets.map(loaded)).then(run);
  };
  let isLooking = false;
  document.addEventListener("DOMContentLoaded", () => void (isLooking || startApp()));
  const [, id] = /^\/j\/([\w-]+)$/.exec(location.pathname) ?? [];
  if (id === undefined) return;
  // Without a network, or refused: the app asks again and says what is the matter.
  const ask = (path, method) =>
    fetch(path, { method }).then(
      (answer) => (answer.ok ? answer : null),
      () => null,
    );
  const journey = `/api/v1/journeys/${id}`;
  const ahead = { id, me: ask("/api/v1/me", "GET"), ticket: ask(`${journey}/ticket`, "POST") };
  const visited = kept(`polku.role.${id}`) !== null;
  // After a visit the browser's own copy is there sooner.
  window.polkuAhead = visited ? ahead : { ...ahead, state: ask(`${journey}/state`, "GET") };

  /** As near as features/canvas/useReveal.ts will be, whole pixels of the bar and the margins apart. */
  const putInPlace = (look, svg) => {
    const shape = new URLSearchParams(location.search).get("view") ?? kept("polku.shape");
    const isNarrow = matchMedia("(max-width: 640px)").matches;
    const isMap = shape === "map" || (shape !== "outline" && !isNarrow);
    // In another language than the app's, or in the place of the outline, it would only flash.
    if (!isMap || look.lang !== lang) {
      look.remove();
      return;
    }
    const theme = kept("polku.theme");
    if (theme === "light" || theme === "dark") look.style.colorScheme = theme;
    const whole = Math.min((innerWidth - 40) / look.dataset.width, (innerHeight - 88) / look.dataset.height);
    svg.style.scale = Math.min(1, Math.max(0.75, whole));
    // The app takes the browser for itself while it starts: what is to be seen is painted first. A window that nobody sees paints nothing.
    if (document.hidden) return;
    isLooking = true;
    requestAnimationFrame(() => setTimeout(startApp));
    setTimeout(startApp, 400);
  };
  // Seen before it is painted: the parser tells of what it has put in.
  const watch = new MutationObserver(() => {
    const svg = document.querySelector("#first-look > svg");
    if (svg === null) return;
    watch.disconnect();
    putInPlace(svg.parentElement, svg);
  });
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => watch.disconnect());
})();

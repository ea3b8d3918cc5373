// Asks for what a journey's page needs while the app itself is still being fetched. The answers are taken up in src/api/ahead.ts.
(() => {
  /** The words of the person's language, as src/i18n/language.ts will ask for them. */
  const fetchWords = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem("polku.language");
    } catch {
      // A private window: then the browser's languages decide.
    }
    const known = [chosen, ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
    const lang = known.find((tag) => tag === "en" || tag === "fi") ?? "en";
    const place = document.querySelector(`meta[name="polku-words-${lang}"]`);
    if (place === null) return;
    const ahead = document.createElement("link");
    Object.assign(ahead, { rel: "modulepreload", href: place.content, crossOrigin: "anonymous" });
    document.head.append(ahead);
  };
  fetchWords();
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
  let visited = false;
  try {
    visited = localStorage.getItem(`polku.role.${id}`) !== null;
  } catch {
    // A private window keeps nothing: there is no copy of an earlier visit.
  }
  // After a visit the browser's own copy is there sooner.
  window.polkuAhead = visited ? ahead : { ...ahead, state: ask(`${journey}/state`, "GET") };
})();

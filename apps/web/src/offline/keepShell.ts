/** Lets the browser keep the shell of the app. Where it may not (a private window, plain http on another host), the app needs a network. */
export async function keepShell(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
  } catch {
    // Not kept: everything else works as before.
  }
}

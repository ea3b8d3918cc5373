const KEY = "polku.participant";

/** A random key of this browser, by which one person is counted once. It says nothing of who they are. */
export function ownKey(): string {
  const fresh = crypto.randomUUID();
  try {
    const known = localStorage.getItem(KEY);
    if (known !== null && known.length >= 16) return known;
    localStorage.setItem(KEY, fresh);
  } catch {
    // A private window may refuse the storage; then each answer is of a person of its own.
  }
  return fresh;
}

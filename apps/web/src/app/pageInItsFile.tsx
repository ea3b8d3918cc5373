import { type ComponentType, lazy, useState } from "react";

export type PageInItsFile<P extends object> = {
  readonly Page: ComponentType<P>;
  /** Fetches the file before the page is shown. Never rejects: it is asked for again when it is to be shown, and then it is said. */
  readonly ahead: () => Promise<void>;
};

/**
 * A page whose file comes when it is wanted. Fetched ahead it is shown at once: what replaces a placeholder is shown by React 300 ms after
 * the placeholder, however early it was there.
 */
export function pageInItsFile<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): PageInItsFile<P> {
  let there: ComponentType<P> | undefined;
  const Later = lazy<ComponentType<P>>(load);
  return {
    Page: (props) => {
      const [Shown] = useState<ComponentType<P>>(() => there ?? Later);
      return <Shown {...props} />;
    },
    ahead: async () => {
      try {
        there = (await load()).default;
      } catch {
        // Without a network it comes later, or not at all.
      }
    },
  };
}

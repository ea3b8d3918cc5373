import type { OtherPerson } from "../../session/presence.ts";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext.tsx";

type Shown = { readonly key: string; readonly name: string; readonly emoji: string };

/** ms for which a reaction is on the screen */
const SHOWN_FOR = 4_000;
const MOST = 12;

/** The reactions that are new among the others, given the newest number seen of each window; the numbers are moved on. */
export function newReactions(others: readonly OtherPerson[], seen: Map<number, number>): Shown[] {
  const fresh: Shown[] = [];
  for (const { clientId, reaction, user } of others) {
    if (!reaction || reaction.n <= (seen.get(clientId) ?? 0)) continue;
    seen.set(clientId, reaction.n);
    fresh.push({ key: `${clientId}/${reaction.n}`, name: user.name, emoji: reaction.emoji });
  }
  return fresh;
}

/** What the others send to the room, rising at the edge of the map with their names. */
export function Reactions() {
  const { t } = useTranslation();
  const { presence } = useSession();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const seen = useRef(new Map<number, number>());
  useEffect(() => {
    // What was sent before this window came is no news.
    newReactions(presence.others(), seen.current);
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = presence.subscribe(() => {
      const fresh = newReactions(presence.others(), seen.current);
      if (fresh.length === 0) return;
      const keys = new Set(fresh.map(({ key }) => key));
      setShown((before) => [...before, ...fresh].slice(-MOST));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setShown((before) => before.filter(({ key }) => !keys.has(key)));
      }, SHOWN_FOR);
      timers.add(timer);
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [presence]);
  return (
    <div className="reactions" role="status" aria-label={t("room.react")}>
      {shown.map(({ key, name, emoji }) => (
        <div key={key} className="reactions__one">
          <span className="reactions__emoji">{emoji}</span> {name}
        </div>
      ))}
    </div>
  );
}

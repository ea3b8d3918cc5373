import { useSyncExternalStore } from "react";
import { useSession } from "../../session/SessionContext.tsx";

/** Where somebody else drags a shape to at this moment, as one string, so that a shape wakes only for its own. */
function useGhost(id: string): string {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, () => {
    const one = presence.others().find(({ drag }) => drag?.ids.includes(id));
    return one?.drag ? `${one.drag.dx}\t${one.drag.dy}\t${one.user.colour}` : "";
  });
}

/** The outline of a shape that somebody else is dragging: it lies where it lay until they let go. */
export function Ghost({ id }: { readonly id: string }) {
  const ghost = useGhost(id);
  if (ghost === "") return null;
  const [dx = "0", dy = "0", colour = ""] = ghost.split("\t");
  return (
    <span
      className="shape__ghost"
      aria-hidden="true"
      style={{ borderColor: colour, transform: `translate(${Number(dx)}px, ${Number(dy)}px)` }}
    />
  );
}

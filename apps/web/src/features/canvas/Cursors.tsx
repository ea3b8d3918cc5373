import { useReactFlow, useStore } from "@xyflow/react";
import { useMemo, type PointerEvent } from "react";
import { useOthers, useSession } from "../../session/SessionContext.tsx";

/** Other people's cursors, at their place on the map and of one size at every zoom, with their names beside. */
export function Cursors() {
  const others = useOthers();
  const zoom = useStore((state) => state.transform[2]);
  return others.map(({ clientId, cursor, user, says, laser }) =>
    cursor ? (
      <div
        key={clientId}
        className="cursor"
        data-person={user.name}
        style={{ transform: `translate(${cursor.x}px, ${cursor.y}px) scale(${1 / zoom})` }}
        aria-hidden="true"
      >
        {laser ? (
          <span className="cursor__laser" style={{ background: user.colour, color: user.colour }} />
        ) : (
          <svg width="18" height="20" viewBox="0 0 18 20">
            <path
              d="M2 1l13 9-6 1.5L6 18z"
              fill={user.colour}
              stroke="#fff"
              strokeWidth="1.4"
              strokeLinejoin="round"
            />
          </svg>
        )}
        <span className="cursor__name" style={{ background: user.colour }}>
          {user.name}
          {says && <span className="cursor__says">{says}</span>}
        </span>
      </div>
    ) : null,
  );
}

/** Tells the others where our pointer is, in map coordinates. */
export function useTellCursor(): { move: (event: PointerEvent) => void; leave: () => void } {
  const { presence } = useSession();
  const flow = useReactFlow();
  return useMemo(
    () => ({
      move: (event) => {
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        presence.moveCursor({ x: Math.round(x), y: Math.round(y) });
      },
      leave: () => presence.moveCursor(null),
    }),
    [flow, presence],
  );
}

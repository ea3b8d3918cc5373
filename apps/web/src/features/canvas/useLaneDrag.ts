import { laneIndexAbove, lanesAsTheyLie, moveLane } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import { useSession } from "../../session/SessionContext.tsx";
import { dragOrder, type OrderItem } from "../../ui/dragOrder.ts";

/** A lane is dragged by its heading to another place among those that lie beside it. Returns how high the landing line lies, px of the map's window. */
export function useLaneDrag(): number | null {
  const session = useSession();
  const flow = useStoreApi();
  const [line, setLine] = useState<number | null>(null);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const map = flow.getState().domNode;
      const head = event.target instanceof Element ? event.target.closest(".map .lane-head__title") : null;
      const laneId = head?.closest("[data-thing]")?.getAttribute("data-thing")?.replace("lane:", "");
      if (!map || !laneId || event.button !== 0 || !session.connection().canEdit) return;
      const items = (): OrderItem[] => {
        const lying = lanesAsTheyLie(session.view().lanes);
        const own = lying.find(({ id }) => id === laneId);
        return lying.flatMap(({ id, frozen }) => {
          const element = map.querySelector(`[data-thing="lane:${CSS.escape(id)}"]`);
          return element && frozen === own?.frozen ? [{ id, element }] : [];
        });
      };
      dragOrder(
        event,
        laneId,
        items,
        (place) => setLine(place && place.y - map.getBoundingClientRect().y),
        (above) => {
          session.undo.beginStep();
          session.run(moveLane, { laneId, index: laneIndexAbove(session.view().lanes, laneId, above) });
        },
      );
    };
    addEventListener("pointerdown", press);
    return () => removeEventListener("pointerdown", press);
  }, [session, flow]);
  return line;
}

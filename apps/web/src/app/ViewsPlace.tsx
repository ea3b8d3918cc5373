import { lazy, useEffect } from "react";
import { isNarrowed, lookAtAll, useMapLook } from "../session/mapLook.ts";
import { patiently } from "../ui/patiently.ts";
import { closeBeside, openBeside, useBesidePanel } from "./besidePanel.ts";
import { Panel } from "./Panel.tsx";

const ViewsPanel = lazy(() => patiently(() => import("../features/views/ViewsPanel.tsx")));
const NarrowedNote = lazy(() => patiently(() => import("../features/views/NarrowedNote.tsx")));

/** Opens what one looks at: the filter and the saved views. */
export function openViews(): void {
  openBeside("views");
}

/** The filter and the saved views while they are open, and a word on the map while not all of it is in the light. */
export function ViewsPlace() {
  const open = useBesidePanel((state) => state.open === "views");
  const narrowed = useMapLook(isNarrowed);
  // Another journey begins with all of it in sight.
  useEffect(() => lookAtAll, []);
  return (
    <>
      {narrowed && (
        <Panel unasked>
          <NarrowedNote onOpen={openViews} />
        </Panel>
      )}
      {open && (
        <Panel>
          <ViewsPanel onClose={() => closeBeside("views")} />
        </Panel>
      )}
    </>
  );
}

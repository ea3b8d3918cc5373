import { lazy } from "react";
import { patiently } from "../ui/patiently.ts";
import { closeBeside, openBeside, useBesidePanel } from "./besidePanel.ts";
import { Panel } from "./Panel.tsx";

const LanesPanel = lazy(() => patiently(() => import("../features/lanes/LanesPanel.tsx")));

/** Opens the list of all lanes beside the map. */
export function openLanes(): void {
  openBeside("lanes");
}

/** The lanes beside the map, while they are open. It lies over what else shares its edge. */
export function LanesPlace() {
  const open = useBesidePanel((state) => state.open === "lanes");
  if (!open) return null;
  return (
    <Panel>
      <LanesPanel onClose={() => closeBeside("lanes")} />
    </Panel>
  );
}

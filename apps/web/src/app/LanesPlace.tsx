import { lazy } from "react";
import { create } from "zustand";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const LanesPanel = lazy(() => patiently(() => import("../features/lanes/LanesPanel.tsx")));

const useOpen = create<boolean>(() => false);

/** Opens the list of all lanes beside the map. */
export function openLanes(): void {
  useOpen.setState(true, true);
}

/** The lanes beside the map, while they are open. It lies over what else shares its edge. */
export function LanesPlace() {
  const open = useOpen();
  if (!open) return null;
  return (
    <Panel>
      <LanesPanel onClose={() => useOpen.setState(false, true)} />
    </Panel>
  );
}

import { Users } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { IconButton } from "../ui/Button.tsx";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const PersonasPanel = lazy(() => patiently(() => import("../features/personas/PersonasPanel.tsx")));
const PromiseCounts = lazy(() => patiently(() => import("../features/promises/PromiseCounts.tsx")));

const useOpen = create<boolean>()(() => false);

/** What of the whole journey stands in the top bar: whose it is, and what was promised on it. */
export function WhoseAndPromised() {
  const { t } = useTranslation();
  const open = useOpen();
  return (
    <>
      <IconButton
        label={t("personas.open")}
        aria-pressed={open}
        onClick={() => useOpen.setState(!open, true)}
      >
        <Users size={18} />
      </IconButton>
      <Panel unasked>
        <PromiseCounts />
      </Panel>
    </>
  );
}

/** The personas beside the map, while they are open. It lies over the library and the comments, which share its edge. */
export function PersonasPlace() {
  const open = useOpen();
  if (!open) return null;
  return (
    <Panel>
      <PersonasPanel onClose={() => useOpen.setState(false, true)} />
    </Panel>
  );
}

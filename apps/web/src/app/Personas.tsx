import { Users } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/Button.tsx";
import { patiently } from "../ui/patiently.ts";
import { closeBeside, openBeside, useBesidePanel } from "./besidePanel.ts";
import { Panel } from "./Panel.tsx";

const PersonasPanel = lazy(() => patiently(() => import("../features/personas/PersonasPanel.tsx")));
const PromiseCounts = lazy(() => patiently(() => import("../features/promises/PromiseCounts.tsx")));

/** What of the whole journey stands in the top bar: whose it is, and what was promised on it. */
export function WhoseAndPromised() {
  const { t } = useTranslation();
  const open = useBesidePanel((state) => state.open === "personas");
  return (
    <>
      <IconButton
        label={t("personas.open")}
        aria-pressed={open}
        onClick={() => (open ? closeBeside("personas") : openBeside("personas"))}
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
  const open = useBesidePanel((state) => state.open === "personas");
  if (!open) return null;
  return (
    <Panel>
      <PersonasPanel onClose={() => closeBeside("personas")} />
    </Panel>
  );
}

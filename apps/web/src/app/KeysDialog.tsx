import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog.tsx";

const KEYS = [
  ["move", "← ↑ → ↓"],
  ["edit", "Enter · F2"],
  ["leave", "Esc"],
  ["next", "Tab"],
  ["touchpoint", "N"],
  ["stage", "S"],
  ["note", "Shift + N"],
  ["shapes", "T A R D"],
  ["size", "Alt + ← ↑ → ↓"],
  ["emotion", "E"],
  ["feedback", "F"],
  ["quote", "Q"],
  ["comment", "C"],
  ["bend", "↑ ↓"],
  ["shift", "Alt + ← ↑ → ↓"],
  ["many", "Shift + ← ↑ → ↓ · Ctrl/⌘ + A"],
  ["tool", "V · H"],
  ["minimap", "M"],
  ["delete", "Delete"],
  ["palette", "Ctrl/⌘ + K"],
  ["menu", "Shift + F10"],
  ["clipboard", "Ctrl/⌘ + C X V"],
  ["duplicate", "Ctrl/⌘ + D"],
  ["undo", "Ctrl/⌘ + Z"],
  ["redo", "Ctrl/⌘ + Shift + Z"],
  ["zoom", "+ − 0 1 2"],
  ["find", "Ctrl/⌘ + F"],
  ["present", "P"],
  ["print", "Ctrl/⌘ + P"],
  ["walk", "W"],
] as const;

/** All keys of the map. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([name, key]) => (
          <div key={name} className="keys__row">
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

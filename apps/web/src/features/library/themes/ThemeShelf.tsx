import type { ThemeEntry } from "@polku/protocol";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useThemes } from "../../../api/sources.ts";
import { useCanEdit } from "../../../session/SessionContext.tsx";
import { Tool } from "../../../ui/Tool.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { show } from "../libraryView.ts";
import { NO_FILTERS } from "../search/filters.ts";
import { ThemeDot } from "../ThemeChip.tsx";
import { Trouble } from "../Trouble.tsx";
import { ThemeDialog } from "./ThemeDialog.tsx";
import { asTree } from "./themeTree.ts";

/** Every theme, those that stand under another below it, with how many contacts bear it; each leads to them. */
export default function ThemeShelf() {
  const { t } = useTranslation();
  const themes = useThemes();
  const canEdit = useCanEdit();
  const [changing, setChanging] = useState<ThemeEntry | null>(null);
  if (themes.error) return <Trouble error={themes.error} again={() => void themes.refetch()} />;
  if (!themes.data) return <Waiting words={t("ui.opening")} />;
  if (themes.data.length === 0)
    return (
      <div className="empty">
        <h3>{t("themes.empty")}</h3>
        <p>{t("themes.emptyHelp")}</p>
      </div>
    );
  return (
    <div className="sources">
      <p className="library__count">{t("themes.all", { count: themes.data.length })}</p>
      <ul className="theme-shelf">
        {asTree(themes.data).map((one) => (
          <li
            key={one.theme}
            className="theme-shelf__row"
            data-under={one.under === undefined ? undefined : true}
          >
            <ThemeDot colour={one.colour ?? "none"} />
            <button
              type="button"
              className="theme-shelf__name"
              onClick={() => show({ ...NO_FILTERS, q: "", tab: "contacts", theme: one.theme })}
            >
              {one.theme}
              {one.under !== undefined && (
                <span className="visually-hidden"> {t("themes.isUnder", { under: one.under })}</span>
              )}
            </button>
            <span className="theme-shelf__count">{t("library.sources.kept", { count: one.count })}</span>
            {canEdit && (
              <Tool label={t("themes.change", { theme: one.theme })} onClick={() => setChanging(one)}>
                <Pencil size={15} />
              </Tool>
            )}
          </li>
        ))}
      </ul>
      {changing && <ThemeDialog theme={changing} all={themes.data} onClose={() => setChanging(null)} />}
    </div>
  );
}

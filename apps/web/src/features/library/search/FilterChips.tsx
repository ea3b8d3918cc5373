import { CHANNELS } from "@polku/journey";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SourceEntry } from "../../../api/sources.ts";
import { useJourney } from "../../../session/SessionContext.tsx";
import { show, useLibraryView } from "../libraryView.ts";
import { type Filters, filtersUsed, NO_FILTERS } from "./filters.ts";

/** The filters in force, each to be taken away. */
export function FilterChips({ sources }: { readonly sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const view = useLibraryView();
  const words = useFilterWords(sources);
  const used = filtersUsed(view);
  if (used.length === 0) return null;
  return (
    <div className="filter-chips" role="group" aria-label={t("search.inForce")}>
      {used.map((name) => (
        <button
          key={name}
          type="button"
          className="chip chip--press"
          aria-label={t("search.without", { filter: words(view, name) })}
          onClick={() => show({ [name]: null })}
        >
          {words(view, name)}
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      {used.length > 1 && (
        <button type="button" className="chip chip--press" onClick={() => show(NO_FILTERS)}>
          {t("search.withoutAny")}
        </button>
      )}
    </div>
  );
}

/** What a filter says, in words. */
function useFilterWords(sources: readonly SourceEntry[]): (view: Filters, name: keyof Filters) => string {
  const { t, i18n } = useTranslation();
  const touchpoints = useJourney((journey) => journey.touchpoints);
  return (view, name) => {
    switch (name) {
      case "source":
        return sources.find(({ id }) => id === view.source)?.title ?? t("library.source");
      case "kind":
        return view.kind === null ? "" : t(`library.kind.${view.kind}`);
      case "origin":
        return view.origin === null ? "" : t(`library.sources.${view.origin}`);
      case "feeling":
        return view.feeling === null ? "" : t(`search.feelings.${view.feeling}`);
      case "triage":
        return view.triage === null ? "" : t(`search.states.${view.triage}`);
      case "attached":
        return t(view.attached === true ? "library.attachedChoices.yes" : "library.attachedChoices.no");
      case "touchpoint":
        return touchpoints.get(view.touchpoint ?? "")?.title || t("touchpoint.untitled");
      case "channel": {
        const channel = CHANNELS.find((one) => one === view.channel);
        return channel ? t(`channel.${channel}`) : (view.channel ?? "");
      }
      case "from":
      case "to": {
        const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(
          new Date(`${view[name] ?? ""}T12:00`),
        );
        return t(name === "from" ? "search.since" : "search.until", { day });
      }
      case "theme":
        return view.theme ?? "";
    }
    return name satisfies never;
  };
}

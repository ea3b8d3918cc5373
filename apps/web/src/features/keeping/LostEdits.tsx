import { Copy } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { AwayEdit } from "../../session/awayEdits.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import "./keeping.css";

const KIND: Partial<Record<AwayEdit["map"], "cell" | "touchpoint" | "stage" | "lane" | "subJourney">> = {
  cells: "cell",
  touchpoints: "touchpoint",
  stages: "stage",
  lanes: "lane",
  subJourneys: "subJourney",
};

/** What others deleted while this person had written on it without a network: their words, to take along. */
export function LostEdits() {
  const { t } = useTranslation();
  const { lost } = useSession();
  const edits = useSyncExternalStore(lost.subscribe, lost.list);
  if (edits.length === 0) return null;
  const place = (edit: AwayEdit): string => {
    const kind = t(`keeping.kind.${KIND[edit.map] ?? "map"}`);
    return edit.at ? `${kind} · ${edit.at}` : kind;
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(edits.map((edit) => `${place(edit)}\n${edit.words}`).join("\n\n"));
    tell(t("keeping.copied"));
  };
  return (
    <Notice>
      <strong>{t("keeping.lost", { count: edits.length })}</strong>
      <p>{t("keeping.lostHelp")}</p>
      <ul className="keeping__lost">
        {edits.map((edit) => (
          <li key={`${edit.map}:${edit.id}`}>
            <span className="keeping__place">{place(edit)}</span>
            <span className="keeping__words">{edit.words}</span>
          </li>
        ))}
      </ul>
      <div className="keeping__deeds">
        <Button icon={<Copy size={16} />} onClick={() => void copy()}>
          {t("keeping.copy")}
        </Button>
        <Button look="quiet" onClick={lost.dismiss}>
          {t("keeping.done")}
        </Button>
      </div>
    </Notice>
  );
}

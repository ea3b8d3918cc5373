import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Moment, NOW, useChanges, type VersionEntry } from "../../api/versions.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { NameForm } from "./NameForm.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { sayMoment } from "./moments.ts";

type Props = {
  readonly journeyId: string;
  /** Null: the journey as it stands. */
  readonly version: VersionEntry | null;
  readonly versions: readonly VersionEntry[];
  readonly onChoose: (moment: Moment) => void;
  readonly onRestored: () => void;
};

/** What can be known of the chosen version, and done with it. */
export function VersionDetails({ journeyId, version, versions, onChoose, onRestored }: Props) {
  const { t, i18n } = useTranslation();
  const [naming, setNaming] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const named = (id: string | null): void => {
    setNaming(false);
    if (id !== null) onChoose(id);
  };
  return (
    <div className="history__details">
      {naming ? (
        <NameForm
          journeyId={journeyId}
          moment={version?.id ?? NOW}
          before={version?.name ?? ""}
          onDone={named}
        />
      ) : (
        <div className="history__buttons">
          <Button onClick={() => setNaming(true)}>
            {t(version?.name ? "history.rename" : "history.name")}
          </Button>
          {version && <Button onClick={() => setRestoring(true)}>{t("history.restore")}</Button>}
        </div>
      )}
      <Compared journeyId={journeyId} version={version} versions={versions} />
      {restoring && version && (
        <RestoreDialog
          journeyId={journeyId}
          version={version.id}
          when={sayMoment(i18n.language, version.at)}
          onClose={() => setRestoring(false)}
          onRestored={onRestored}
        />
      )}
    </div>
  );
}

function Compared({ journeyId, version, versions }: Pick<Props, "journeyId" | "version" | "versions">) {
  const { t, i18n } = useTranslation();
  const newest = versions[0]?.id;
  const [other, setOther] = useState<string>(version ? "previous" : (newest ?? "previous"));
  // Now is no version: it is compared from the other side.
  const changes = useChanges(journeyId, version?.id ?? (newest && other), version ? other : NOW);
  if (!version && versions.length === 0) return null;
  return (
    <>
      <Field label={t("history.compare")}>
        {(id) => (
          <select id={id} className="input" value={other} onChange={(event) => setOther(event.target.value)}>
            {version && <option value="previous">{t("history.with.previous")}</option>}
            {version && <option value={NOW}>{t("history.with.now")}</option>}
            {versions
              .filter((one) => one.id !== version?.id)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {[sayMoment(i18n.language, one.at), one.name].filter(Boolean).join(" · ")}
                </option>
              ))}
          </select>
        )}
      </Field>
      {changes.isError && <Notice problem>{changes.error.message}</Notice>}
      {changes.isPending && <Waiting words={t("ui.opening")} />}
      {changes.data && <ChangeList changes={changes.data.changes} total={changes.data.total} />}
    </>
  );
}

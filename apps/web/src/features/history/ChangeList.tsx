import { useTranslation } from "react-i18next";
import type { VersionChanges } from "../../api/versions.ts";
import { sayChange } from "../../session/changeSentence.ts";

/** What was done, a sentence each, in the order of the map. */
export function ChangeList({ changes, total }: Pick<VersionChanges, "changes" | "total">) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="history__hint">{t("history.nothing")}</p>;
  return (
    <>
      <ul className="history__changes" aria-label={t("history.changes")}>
        {changes.map((change) => {
          const { sentence, was, now } = sayChange(t, change);
          return (
            <li key={`${change.kind}/${change.deed}/${change.id}`} data-deed={change.deed}>
              <span>{sentence}</span>
              {was !== "" && <del>{was}</del>}
              {now !== "" && <ins>{now}</ins>}
            </li>
          );
        })}
      </ul>
      {total > changes.length && (
        <p className="history__hint">{t("history.more", { shown: changes.length, total })}</p>
      )}
    </>
  );
}

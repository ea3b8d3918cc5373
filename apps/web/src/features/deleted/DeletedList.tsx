import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useDeletedJourneys,
  usePurgeJourney,
  useRestoreJourney,
  type DeletedJourney,
} from "../../api/deletedJourneys.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { Sure } from "./Sure.tsx";
import "./deleted.css";

/** The journeys that were deleted: when each goes for good, and the ways back and out. */
export function DeletedList() {
  const { t } = useTranslation();
  const { data, error } = useDeletedJourneys();
  if (error) return <Notice problem>{error.message}</Notice>;
  if (!data) return <Waiting words={t("ui.opening")} />;
  return (
    <>
      <p className="deleted__what">{t("deleted.what")}</p>
      {data.length === 0 && <p className="deleted__none">{t("deleted.none")}</p>}
      <ul className="deleted" aria-label={t("deleted.title")}>
        {data.map((journey) => (
          <Row key={journey.id} journey={journey} />
        ))}
      </ul>
    </>
  );
}

function Row({ journey }: { readonly journey: DeletedJourney }) {
  const { t, i18n } = useTranslation();
  const [asks, setAsks] = useState(false);
  const restore = useRestoreJourney();
  const purge = usePurgeJourney();
  const title = journey.title || t("journey.untitled");
  const day = (at: string): string => new Date(at).toLocaleDateString(i18n.language, { dateStyle: "medium" });
  const failed = restore.error ?? purge.error;
  return (
    <li className="deleted__one">
      <div className="deleted__words">
        <strong>{title}</strong>
        <span className="field__hint">
          {t("deleted.until", { when: day(journey.deletedAt), until: day(journey.goesAt) })}
        </span>
      </div>
      {asks ? (
        <Sure
          label={t("deleted.purgeNamed", { title })}
          question={t("deleted.purgeSure", { title })}
          yes={t("deleted.purge")}
          isPending={purge.isPending}
          onYes={() => purge.mutate(journey.id, { onSuccess: () => tell(t("deleted.gone", { title })) })}
          onNo={() => setAsks(false)}
        />
      ) : (
        <div className="deleted__deeds">
          <Button
            className="button--small"
            aria-label={t("deleted.restoreNamed", { title })}
            disabled={restore.isPending}
            onClick={() =>
              restore.mutate(journey.id, { onSuccess: () => tell(t("deleted.restored", { title })) })
            }
          >
            {t("deleted.restore")}
          </Button>
          <Button
            look="danger"
            className="button--small"
            aria-label={t("deleted.purgeNamed", { title })}
            onClick={() => setAsks(true)}
          >
            {t("deleted.purge")}
          </Button>
        </div>
      )}
      {failed && <Notice problem>{failed.message}</Notice>}
    </li>
  );
}

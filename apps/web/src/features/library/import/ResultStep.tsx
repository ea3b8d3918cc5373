import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  hasEnded,
  LIBRARY,
  skippedAddress,
  useCancelImport,
  useImportProgress,
  type ImportProgress,
} from "../../../api/sources.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { Trouble } from "../Trouble.tsx";

const ROWS_SHOWN = 100;

/** How the import goes, and what came of it: kept, known already, left out and why. */
export function ResultStep({ importId }: { readonly importId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const cancel = useCancelImport();
  const { data: progress, error, refetch } = useImportProgress(importId);
  const ended = progress !== undefined && hasEnded(progress);
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: LIBRARY });
  }, [ended, client]);
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!progress) return <Waiting words={t("library.wizard.progress.waiting")} />;
  return (
    <div className="wizard__step">
      <div role="status">
        <h3>{t(`library.wizard.progress.${progress.state}`, { name: progress.fileName })}</h3>
      </div>
      {!ended && <progress className="wizard__bar" aria-label={t("library.wizard.steps.result")} />}
      <Counts progress={progress} />
      {!ended && (
        <div className="making__go">
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate(importId)}>
            {t("library.wizard.progress.cancel")}
          </Button>
          <p className="field__hint">{t("library.wizard.progress.goesOn")}</p>
        </div>
      )}
      {ended && <Outcome progress={progress} />}
      {ended && progress.suggested > 0 && (
        <Notice>{t("incoming.rules.suggestedOf", { count: progress.suggested })}</Notice>
      )}
      {ended && progress.skippedCount > 0 && <Skipped progress={progress} />}
    </div>
  );
}

function Counts({ progress }: { readonly progress: ImportProgress }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const counts = [
    ["read", progress.read],
    ["kept", progress.kept],
    ["duplicates", progress.duplicates],
    ["skipped", progress.skippedCount],
  ] as const;
  return (
    <dl className="counts">
      {counts.map(([what, n]) => (
        <div key={what}>
          <dt>{t(`library.wizard.progress.${what}`)}</dt>
          <dd data-count={what}>{number.format(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Outcome({ progress }: { readonly progress: ImportProgress }) {
  const { t } = useTranslation();
  const { state, kept, duplicates, reason } = progress;
  if (state === "failed") return <Notice problem>{reason ?? t("library.wizard.progress.failed")}</Notice>;
  if (state === "cancelled") return <Notice>{t("library.wizard.progress.keptStays")}</Notice>;
  if (duplicates === 0) return null;
  return (
    <Notice>
      {kept === 0
        ? t("library.wizard.progress.nothingNew")
        : t("library.wizard.progress.someKnown", { count: duplicates })}
    </Notice>
  );
}

function Skipped({ progress }: { readonly progress: ImportProgress }) {
  const { t } = useTranslation();
  const { id, skipped, skippedCount } = progress;
  const title = t("library.wizard.progress.skippedTitle", { count: skippedCount });
  return (
    <section className="wizard__step">
      <h3>{title}</h3>
      <ScrollRegion className="rows" label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("library.wizard.progress.row")}</th>
              <th scope="col">{t("library.wizard.progress.why")}</th>
            </tr>
          </thead>
          <tbody>
            {skipped.slice(0, ROWS_SHOWN).map(({ row, code, why }) => (
              <tr key={`${row} ${code}`}>
                <td>{row}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {skippedCount > ROWS_SHOWN && (
        <p className="field__hint">{t("library.wizard.progress.shownFirst", { count: ROWS_SHOWN })}</p>
      )}
      <a className="button" href={skippedAddress(id)} download>
        {t("library.wizard.progress.download")}
      </a>
    </section>
  );
}

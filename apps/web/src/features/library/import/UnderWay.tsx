import { useTranslation } from "react-i18next";
import { hasEnded, useLatestImports, type ImportProgress } from "../../../api/sources.ts";
import { Button } from "../../../ui/Button.tsx";

/** Imports that go on without being watched, as after the page was loaded anew or the server was restarted. */
export function UnderWay({ onFollow }: { readonly onFollow: (one: ImportProgress) => void }) {
  const { t, i18n } = useTranslation();
  const { data: latest = [] } = useLatestImports();
  const going = latest.filter((one) => !hasEnded(one));
  if (going.length === 0) return null;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className="wizard__step">
      <h3>{t("library.wizard.underWay.title")}</h3>
      <ul className="underway">
        {going.map((one) => (
          <li key={one.id}>
            <span className="underway__name">{one.fileName}</span>
            <span className="field__hint">
              {one.state === "waiting"
                ? t("library.wizard.underWay.waits")
                : t("library.wizard.underWay.read", { count: one.read, read: number.format(one.read) })}
            </span>
            <Button onClick={() => onFollow(one)}>
              {t("library.wizard.underWay.show")}
              <span className="visually-hidden"> {one.fileName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

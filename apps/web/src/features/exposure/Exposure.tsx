import { useTranslation } from "react-i18next";
import { useExposure, useShowExposure } from "../../api/exposure.ts";
import { Checkbox } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import "./exposure.css";

/** Who of the team has met how many customers this month: only those who chose to be shown. Nothing for who may not read the library. */
export function Exposure() {
  const { t, i18n } = useTranslation();
  const { data } = useExposure();
  const show = useShowExposure();
  if (!data) return null;
  const month = new Date(`${data.since}T12:00Z`).toLocaleDateString(i18n.language, {
    month: "long",
    year: "numeric",
  });
  const isShown = show.isPending ? show.variables.isShown : data.isShown;
  return (
    <section className="exposure" aria-labelledby="exposure-title">
      <h2 id="exposure-title">{t("exposure.title")}</h2>
      <p className="field__hint">{t("exposure.how", { month })}</p>
      {data.people.length === 0 ? (
        <p>{t("exposure.nobody")}</p>
      ) : (
        <ul className="exposure__people">
          {data.people.map(({ name, customers, isMe }, i) => (
            // Two people may share a name.
            <li key={`${i}-${name}`}>
              <span>{isMe ? t("exposure.me", { name }) : name}</span>
              <span>{t("exposure.customers", { count: customers })}</span>
            </li>
          ))}
        </ul>
      )}
      <Checkbox
        label={t("exposure.show")}
        checked={isShown}
        onChange={(next) => show.mutate({ isShown: next })}
      />
      {show.isError && <Notice problem>{show.error.message}</Notice>}
    </section>
  );
}

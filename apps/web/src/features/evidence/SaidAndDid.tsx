import { useTranslation } from "react-i18next";
import type { Quote } from "../../api/quotes.ts";
import type { SaidAndDid } from "../../session/saidAndDid.ts";

/** What people said at a touchpoint beside what they were seen doing there, a person at a time. */
export function SaidAndDidPairs({ pairs }: { readonly pairs: readonly SaidAndDid[] }) {
  const { t } = useTranslation();
  if (pairs.length === 0) return null;
  return (
    <section className="said-did" aria-label={t("coding.saidDid.title")}>
      <h4>{t("coding.saidDid.title")}</h4>
      <p className="pinned__empty">{t("coding.saidDid.help", { count: pairs.length })}</p>
      {pairs.map(({ person, said, did }) => (
        <dl key={person} className="said-did__pair">
          <Side label={t("coding.saidDid.said")} quotes={said} />
          <Side label={t("coding.saidDid.did")} quotes={did} />
        </dl>
      ))}
    </section>
  );
}

function Side({ label, quotes }: { readonly label: string; readonly quotes: readonly Quote[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      {quotes.map((quote) => (
        <dd key={quote.id}>{quote.text === "" ? t("coding.saidDid.heard") : quote.text}</dd>
      ))}
    </div>
  );
}

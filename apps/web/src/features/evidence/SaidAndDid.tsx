import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Quote } from "../../api/quotes.ts";
import { joinedPairs, type JoinedPair, saidAndDid, type SaidAndDid } from "../../session/saidAndDid.ts";
import { useQuotes, useSession } from "../../session/SessionContext.tsx";

/** Said beside did at a touchpoint, of the quotes that are pinned there: found by the person, and joined by the team. */
export function SaidAndDidHere({ quotes }: { readonly quotes: readonly Quote[] }) {
  const session = useSession();
  const known = useQuotes();
  const joined = quotes.flatMap((quote) => quote.joined ?? []).join(" ");
  useEffect(() => {
    if (joined !== "") session.quotes.want(joined.split(" "));
  }, [session, joined]);
  const pairs = saidAndDid(quotes);
  return (
    <SaidAndDidPairs
      pairs={pairs}
      joined={joinedPairs(quotes, known, pairs)}
      here={new Set(quotes.map(({ id }) => id))}
    />
  );
}

type Props = {
  readonly pairs: readonly SaidAndDid[];
  readonly joined: readonly JoinedPair[];
  /** Ids of the quotes that are pinned at the touchpoint; a joined one may be pinned elsewhere, or nowhere. */
  readonly here: ReadonlySet<string>;
};

/** What people said at a touchpoint beside what they were seen doing there, a person at a time; then what was joined by hand. */
export function SaidAndDidPairs({ pairs, joined, here }: Props) {
  const { t } = useTranslation();
  if (pairs.length + joined.length === 0) return null;
  return (
    <section className="said-did" aria-label={t("coding.saidDid.title")}>
      <h4>{t("coding.saidDid.title")}</h4>
      {pairs.length > 0 && (
        <p className="pinned__empty">{t("coding.saidDid.help", { count: pairs.length })}</p>
      )}
      {pairs.map(({ person, said, did }) => (
        <Pair key={person} said={said} did={did} here={here} />
      ))}
      {joined.length > 0 && <h5 className="said-did__joined">{t("coding.saidDid.joined")}</h5>}
      {joined.map(({ said, did }) => (
        <Pair key={`${said.id} ${did.id}`} said={[said]} did={[did]} here={here} />
      ))}
    </section>
  );
}

type PairProps = {
  readonly said: readonly Quote[];
  readonly did: readonly Quote[];
  readonly here: ReadonlySet<string>;
};

function Pair({ said, did, here }: PairProps) {
  const { t } = useTranslation();
  return (
    <dl className="said-did__pair">
      <Side label={t("coding.saidDid.said")} quotes={said} here={here} />
      <Side label={t("coding.saidDid.did")} quotes={did} here={here} />
    </dl>
  );
}

type SideProps = {
  readonly label: string;
  readonly quotes: readonly Quote[];
  readonly here: ReadonlySet<string>;
};

function Side({ label, quotes, here }: SideProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      {quotes.map((quote) => (
        <dd key={quote.id}>
          <Words quote={quote} isHere={here.has(quote.id)} />
          {!here.has(quote.id) && (
            <span className="said-did__elsewhere">
              {t("coding.saidDid.elsewhere", { source: quote.sourceTitle })}
            </span>
          )}
        </dd>
      ))}
    </div>
  );
}

/** A quote that is only heard is played where it is pinned. */
function Words({ quote, isHere }: { readonly quote: Quote; readonly isHere: boolean }) {
  const { t } = useTranslation();
  if (quote.text !== "") return <>{quote.text}</>;
  return <>{t(isHere ? "coding.saidDid.heard" : "coding.saidDid.onlyHeard")}</>;
}

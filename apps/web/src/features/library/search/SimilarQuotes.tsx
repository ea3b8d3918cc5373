import { useTranslation } from "react-i18next";
import { useSimilarQuotes } from "../../../api/quotes.ts";
import { FeelingSign } from "../../../ui/FeelingSign.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { show } from "../libraryView.ts";
import { Trouble } from "../Trouble.tsx";

/** Quotes that say much the same as one; each leads to the whole contact. */
export function SimilarQuotes({ quoteId }: { readonly quoteId: string }) {
  const { t } = useTranslation();
  const similar = useSimilarQuotes(quoteId);
  if (similar.error) return <Trouble error={similar.error} again={() => void similar.refetch()} />;
  if (similar.isPending) return <Waiting words={t("library.more")} />;
  if (similar.data.length === 0) return <p className="saved__none">{t("search.noneSimilar")}</p>;
  return (
    <ul className="similar" aria-label={t("search.similar")}>
      {similar.data.map(({ id, text, itemId, start, end, valence, sourceTitle }) => (
        <li key={id}>
          <button
            type="button"
            className="saved__one"
            onClick={() => show({ reading: itemId, hits: [[start, end]] })}
          >
            {valence !== null && <FeelingSign v={valence} />} {text}
            <span className="facts">{sourceTitle}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

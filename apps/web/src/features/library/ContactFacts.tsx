import { CHANNELS, ratingToValence } from "@polku/journey";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../api/contacts.ts";
import type { SourceEntry } from "../../api/sources.ts";
import { FeelingSign } from "../../ui/FeelingSign.tsx";

/** A day as people of the language write it. */
export function dayWords(at: string | null, language: string): string | null {
  return at === null ? null : new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(at));
}

type Props = { readonly contact: ContactEntry; readonly source: SourceEntry | undefined };

/** Where a contact came from, when, by which channel, and the score that the customer gave. */
export function ContactFacts({ contact, source }: Props) {
  const { t, i18n } = useTranslation();
  const { rating, channel } = contact;
  const v = rating ? ratingToValence(rating.scale, rating.x) : null;
  const known = CHANNELS.find((one) => one === channel);
  return (
    <span className="facts">
      {source && <span>{source.title}</span>}
      <span>{dayWords(contact.at, i18n.language) ?? t("library.noDay")}</span>
      {channel && <span>{known ? t(`channel.${known}`) : channel}</span>}
      {rating && (
        <span className="facts__score">
          {v !== null && <FeelingSign v={v} />}
          {t("library.score", { scale: t(`library.scaleShort.${rating.scale}`), x: rating.x })}
        </span>
      )}
      {contact.attached && <span className="facts__quoted">{t("library.hasQuote")}</span>}
      {source?.sample && <span className="chip">{t("library.sample")}</span>}
    </span>
  );
}

import { useTranslation } from "react-i18next";

type Props = {
  readonly words: string;
  /** A question that somebody was asked; else the name of a field. */
  readonly isAsked: boolean;
};

/** What stands over an answer: the question as the person read it. */
export function Question({ words, isAsked }: Props) {
  const { t } = useTranslation();
  return (
    <p className={isAsked ? "question" : "turn__who"}>
      {isAsked && <span className="question__mark">{t("library.reading.question")}</span>}
      {words}
    </p>
  );
}

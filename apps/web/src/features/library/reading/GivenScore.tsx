import { scaleEnds } from "@polku/evidence/scales";
import type { ContactEntry } from "../../../api/contacts.ts";
import { useTranslation } from "react-i18next";
import { Question } from "./Question.tsx";

type Rating = NonNullable<ContactEntry["rating"]>;
type Props = { readonly rating: Rating; readonly question: string | undefined };

const THUMBS = ["👎", "👍"] as const;
const FACES = ["😡", "🙁", "🙂", "😀"] as const;

/** What is seen on one step of a scale. */
function signOn(scale: Rating["scale"], step: number, x: number): string {
  if (scale === "stars5") return step <= x ? "★" : "☆";
  if (scale === "thumb") return THUMBS[step] ?? "";
  if (scale === "smiley4") return FACES[step - 1] ?? "";
  return String(step);
}

/** The score as the person who gave it saw it: the question, and the whole scale with what they chose. */
export function GivenScore({ rating: { scale, x }, question }: Props) {
  const { t, i18n } = useTranslation();
  const [lowest, highest] = scaleEnds[scale];
  const given = new Intl.NumberFormat(i18n.language).format(x);
  return (
    <div className="given">
      {question !== undefined && <Question words={question} isAsked />}
      {scale === "percent" ? (
        <p className="given__plain">{t("library.reading.percent", { x: given })}</p>
      ) : (
        <span
          className={`given__scale given__scale--${scale}`}
          role="img"
          aria-label={t("library.reading.given", { scale: t(`library.scale.${scale}`), x: given })}
        >
          {Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index).map((step) => (
            <span key={step} data-given={step === Math.round(x) || undefined}>
              {signOn(scale, step, x)}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

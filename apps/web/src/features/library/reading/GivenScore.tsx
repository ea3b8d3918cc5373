import type { ContactEntry } from "../../../api/contacts.ts";
import { useTranslation } from "react-i18next";
import { Question } from "./Question.tsx";

type Rating = NonNullable<ContactEntry["rating"]>;
type Props = { readonly rating: Rating; readonly question: string | undefined };

const STEPS: Readonly<Partial<Record<Rating["scale"], readonly [number, number]>>> = {
  nps: [0, 10],
  stars5: [1, 5],
  csat5: [1, 5],
  csat7: [1, 7],
  ces7: [1, 7],
  ces7_effort: [1, 7],
  thumb: [0, 1],
  smiley4: [1, 4],
};
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
  const ends = STEPS[scale];
  const given = new Intl.NumberFormat(i18n.language).format(x);
  return (
    <div className="given">
      {question !== undefined && <Question words={question} isAsked />}
      {ends ? (
        <span
          className={`given__scale given__scale--${scale}`}
          role="img"
          aria-label={t("library.reading.given", { scale: t(`library.scale.${scale}`), x: given })}
        >
          {Array.from({ length: ends[1] - ends[0] + 1 }, (_, index) => ends[0] + index).map((step) => (
            <span key={step} data-given={step === Math.round(x) || undefined}>
              {signOn(scale, step, x)}
            </span>
          ))}
        </span>
      ) : (
        <p className="given__plain">{t("library.reading.percent", { x: given })}</p>
      )}
    </div>
  );
}

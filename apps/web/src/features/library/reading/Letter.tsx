import type { ContactTurn } from "@polku/protocol";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { MarkedText } from "./MarkedText.tsx";
import type { Mark } from "./pieces.ts";

type Props = {
  readonly turn: ContactTurn;
  /** The mail before it in the thread. */
  readonly before: ContactTurn | undefined;
  readonly text: string;
  readonly marks: readonly Mark[];
};

/** A mail in its thread: who wrote to whom and when, its subject, its own words, and the earlier ones that it repeats. */
export function LetterTurn({ turn, before, text, marks }: Props) {
  const { t, i18n } = useTranslation();
  const { letter, from } = turn;
  if (!letter) return null;
  const who = ({ speaker, name }: Pick<ContactTurn, "speaker" | "name">): string =>
    [t(`speaker.${speaker}`), name].filter(Boolean).join(" ");
  const end = from + turn.text.length;
  // The first subject is words of its writer: it can be chosen like them.
  const isWords = letter.subject !== "" && turn.text.startsWith(letter.subject);
  const body = isWords ? from + letter.subject.length : from;
  const start = body + (text.slice(body, end).length - text.slice(body, end).trimStart().length);
  const isNew = letter.subject !== "" && bare(letter.subject) !== bare(before?.letter?.subject ?? "");
  const when =
    letter.at !== null &&
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" }).format(
      new Date(letter.at),
    );
  return (
    <div className={`turn letter turn--${turn.speaker}`}>
      <dl className="letter__head">
        <dt>{t("library.reading.from")}</dt>
        <dd>
          {who(turn)}
          {when !== false && <time dateTime={letter.at ?? undefined}>{when}</time>}
        </dd>
        {letter.to.length > 0 && (
          <>
            <dt>{t("library.reading.to")}</dt>
            <dd>{letter.to.map(who).join(", ")}</dd>
          </>
        )}
      </dl>
      {isWords ? (
        <p className="letter__subject">
          <MarkedText text={text} whole={{ start: from, end: body }} marks={marks} />
        </p>
      ) : (
        isNew && <p className="letter__subject">{letter.subject}</p>
      )}
      {end > start && (
        <p className="turn__words">
          <MarkedText text={text} whole={{ start, end }} marks={marks} />
        </p>
      )}
      {letter.quoted !== "" && <Repeated words={letter.quoted} />}
    </div>
  );
}

/** A subject without what mail programs put before it when a mail is answered or sent on. */
function bare(subject: string): string {
  return subject.replace(/^((re|vs|fw|fwd|vl)\s*:\s*)+/i, "").trim();
}

function Repeated({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="letter__repeated">
      <Button
        look="quiet"
        className="button--small"
        icon={open ? <ChevronDown size={15} /> : <ChevronRight size={15} />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t("library.reading.repeated")}
      </Button>
      <blockquote id={id} hidden={!open}>
        {words}
      </blockquote>
    </div>
  );
}

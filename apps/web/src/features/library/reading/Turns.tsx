import type { ContactTurn } from "@polku/protocol";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../../api/contacts.ts";
import { clockOf } from "../../../ui/clockOf.ts";
import { LetterTurn } from "./Letter.tsx";
import { MarkedText } from "./MarkedText.tsx";
import type { Mark } from "./pieces.ts";
import { Question } from "./Question.tsx";

type Props = {
  readonly contact: ContactEntry;
  readonly isAsked: boolean;
  readonly marks: readonly Mark[];
  /** The second of the recording that is heard now. */
  readonly now: number | null;
};

/** The words of a contact as they were exchanged: one text, a conversation, mails, or answers under their questions. */
export function Turns({ contact, isAsked, marks, now }: Props) {
  const { text, thread, asked } = contact;
  if (!thread || thread.length === 0)
    return (
      <div>
        {isAsked && asked?.words !== undefined && <Question words={asked.words} isAsked />}
        <p className="turn__words">
          <MarkedText text={text} whole={{ start: 0, end: text.length }} marks={marks} />
        </p>
      </div>
    );
  return thread.map((turn, index) =>
    turn.letter ? (
      <LetterTurn key={turn.from} turn={turn} before={thread[index - 1]} text={text} marks={marks} />
    ) : (
      <div key={turn.from} className={`turn turn--${turn.speaker}`} data-now={isNow(turn, now) || undefined}>
        {turn.question === undefined ? (
          <Who turn={turn} before={thread[index - 1]} />
        ) : (
          <Question words={turn.question} isAsked={isAsked} />
        )}
        <p className="turn__words">
          <MarkedText
            text={text}
            whole={{ start: turn.from, end: turn.from + turn.text.length }}
            marks={marks}
          />
        </p>
      </div>
    ),
  );
}

type WhoProps = { readonly turn: ContactTurn; readonly before: ContactTurn | undefined };

function Who({ turn, before }: WhoProps) {
  const { t } = useTranslation();
  if (before?.speaker === turn.speaker && before.name === turn.name) return null;
  return (
    <p className="turn__who">
      {t(`speaker.${turn.speaker}`)}
      {turn.startS !== undefined && <span className="turn__time">{clockOf(turn.startS)}</span>}
    </p>
  );
}

function isNow({ startS, endS }: Pick<ContactTurn, "startS" | "endS">, now: number | null): boolean {
  return now !== null && startS !== undefined && endS !== undefined && startS <= now && now < endS;
}

import { useEffect, useId, useMemo, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../../api/contacts.ts";
import { useTakesFocus } from "../../../ui/useTakesFocus.ts";
import { feelingOfKey } from "../FeelingPicker.tsx";
import { chosenByMouse } from "./chosenByMouse.ts";
import type { Mark } from "./pieces.ts";
import { beside, sentencesOf, stretched, wholeWords, wordsOf, type Span } from "./span.ts";
import { Turns } from "./Turns.tsx";

type Props = {
  readonly contact: ContactEntry;
  /** Whether it is of a survey: what stands over its words are questions then. */
  readonly isAsked: boolean;
  readonly marks: readonly Mark[];
  readonly chosen: Span | null;
  /** The second of the recording that is heard now; null when nothing is. */
  readonly now: number | null;
  /** Plays the recording from the words at a place; null when there is none. */
  readonly onPlay: ((place: number) => void) | null;
  readonly onChoose: (chosen: Span | null) => void;
  readonly onFeeling: (v: number) => void;
  readonly onMake: () => void;
  /** Goes to the themes of the quote that is being made. */
  readonly onThemes: () => void;
};

const STEP: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The words of a contact, as a document or as a conversation. Words are chosen with the mouse, or by sentence and word with the keys. */
export function ReadingText({
  contact,
  isAsked,
  marks,
  chosen,
  now,
  onPlay,
  onChoose,
  onFeeling,
  onMake,
  onThemes,
}: Props) {
  const { t } = useTranslation();
  const help = useId();
  // Takes the focus when it opens, so that reading and choosing need no mouse.
  const root = useTakesFocus<HTMLDivElement>();
  const { text, lang } = contact;
  const stops = useMemo(
    () => ({ sentences: sentencesOf(text, lang || "en"), words: wordsOf(text) }),
    [text, lang],
  );

  useEffect(() => {
    if (now !== null) root.current?.querySelector("[data-now]")?.scrollIntoView({ block: "nearest" });
  }, [now, root]);
  useEffect(() => {
    if (chosen) root.current?.querySelector(".words--chosen")?.scrollIntoView({ block: "nearest" });
  }, [chosen, root]);

  const press = (event: KeyboardEvent): void => {
    // What is folded has buttons of its own.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = STEP[event.key];
    const feeling = feelingOfKey(event.key);
    if (by !== undefined) {
      const along = event.key === "ArrowDown" || event.key === "ArrowUp" ? stops.sentences : stops.words;
      onChoose(event.shiftKey ? stretched(along, chosen, by) : beside(along, chosen, by));
    } else if (feeling !== undefined && chosen) onFeeling(feeling);
    else if ((event.key === "Enter" || event.key === "q") && chosen) onMake();
    else if (event.key === "t" && chosen) onThemes();
    else if (event.key.toLowerCase() === "p" && onPlay) onPlay(chosen?.start ?? 0);
    else if (event.key === "Escape" && chosen) {
      onChoose(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  const takeMouse = (): void => {
    const span = root.current && chosenByMouse(root.current);
    if (!span) return;
    getSelection()?.removeAllRanges();
    onChoose(wholeWords(text, span));
  };

  const all: Mark[] = chosen ? [...marks, { ...chosen, as: "chosen" }] : [...marks];
  return (
    <>
      <div
        ref={root}
        className="reading__text"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={t("library.reading.text")}
        aria-describedby={help}
        tabIndex={0}
        lang={lang || undefined}
        onKeyDown={press}
        onPointerUp={takeMouse}
      >
        <Turns contact={contact} isAsked={isAsked} marks={all} now={now} />
      </div>
      <p id={help} className="reading__help">
        {t("library.reading.keys")} {t("coding.showKeys")}
      </p>
      <p className="visually-hidden" role="status">
        {chosen && t("library.reading.chosen", { words: text.slice(chosen.start, chosen.end) })}
      </p>
    </>
  );
}

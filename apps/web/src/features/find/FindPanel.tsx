import { findWords, replaceWords, type FoundWords } from "@polku/journey";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { openersOf, thingOfWords } from "./thingOfWords.ts";
import "./find.css";

/** Finds words in titles, notes and cells, leads from one place to the next, and replaces them: one, or all in one step. */
export default function FindPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const run = useCommand();
  const view = useJourney((now) => now);
  const [words, setWords] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [instead, setInstead] = useState("");
  const [at, setAt] = useState(-1);
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  useOpenPanel("find");
  const input = useTakesFocus<HTMLInputElement>();
  const found = useMemo(() => findWords(view, words, matchCase), [view, words, matchCase]);
  const place = found[Math.min(at, found.length - 1)];

  /** Brings a place into sight; the caret stays here, so that Enter leads on. */
  const show = (next: number): void => {
    if (found.length === 0) return;
    const index = (next + found.length) % found.length;
    setAt(index);
    reveal(found[index]);
  };
  const reveal = (one: FoundWords | undefined): void => {
    if (!one) return;
    const thing = thingOfWords(one);
    for (const id of openersOf(view, thing)) session.attention.setOpen(id, true);
    session.attention.show(thing);
  };
  const replace = (only?: FoundWords): void => {
    session.undo.beginStep();
    const one = only && { on: only.on, id: only.id, key: only.key, at: only.at };
    run(replaceWords, { words, with: instead, matchCase, ...(one ? { only: one } : {}) });
  };

  return (
    <search ref={panel} className="find" aria-label={t("hands.find.title")}>
      <div className="find__row">
        <input
          ref={input}
          className="input"
          aria-label={t("hands.find.words")}
          placeholder={t("hands.find.words")}
          value={words}
          maxLength={500}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(-1);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") show(event.shiftKey ? Math.max(at, 0) - 1 : at + 1);
          }}
        />
        <span className="find__count" role="status">
          {words !== "" &&
            (found.length === 0
              ? t("hands.find.none")
              : place && at >= 0
                ? t("hands.find.place", { at: Math.min(at, found.length - 1) + 1, count: found.length })
                : t("hands.find.count", { count: found.length }))}
        </span>
        <IconButton
          label={t("hands.find.previous")}
          disabled={found.length === 0}
          onClick={() => show(Math.max(at, 0) - 1)}
        >
          <ChevronUp size={16} />
        </IconButton>
        <IconButton label={t("hands.find.next")} disabled={found.length === 0} onClick={() => show(at + 1)}>
          <ChevronDown size={16} />
        </IconButton>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      {canEdit && (
        <div className="find__row">
          <input
            className="input"
            aria-label={t("hands.find.instead")}
            placeholder={t("hands.find.instead")}
            value={instead}
            maxLength={500}
            onChange={(event) => setInstead(event.target.value)}
          />
          <Button disabled={!place || at < 0} onClick={() => replace(place)}>
            {t("hands.find.replace")}
          </Button>
          <Button disabled={found.length === 0} onClick={() => replace()}>
            {t("hands.find.replaceAll")}
          </Button>
        </div>
      )}
      <Checkbox label={t("hands.find.matchCase")} checked={matchCase} onChange={setMatchCase} />
    </search>
  );
}

import { Pencil, Trash2 } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useTakeDraftAway, useWriteDraft, type AgendaStep, type KnownWorkshop } from "../../api/workshop.ts";
import { Button } from "../../ui/Button.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { FeelingChoice } from "./FeelingChoice.tsx";

type Props = { readonly journeyId: string; readonly step: AgendaStep; readonly known: KnownWorkshop };

function newId(): string {
  return crypto.randomUUID();
}

/** Private writing: one's own notes, and of the others' only how many there are. */
export function WritingSheet({ journeyId, step, known }: Props) {
  const { t } = useTranslation();
  const counts = known.workshop?.counts;
  const mine = known.own.drafts.filter(({ stepId }) => stepId === step.id);
  const [text, setText] = useState("");
  const [v, setV] = useState<number | null>(null);
  // The note that is being written over, or the id of the next new one: sent twice it is still one note.
  const [id, setId] = useState(newId);
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useWriteDraft(journeyId);
  const takeAway = useTakeDraftAway(journeyId);
  if (!known.mayWrite) return <p className="field__hint">{t("workshop.write.notHere")}</p>;

  const keep = (): void => {
    if (text.trim() === "" || write.isPending) return;
    write.mutate(
      { id, stepId: step.id, text, v },
      {
        onSuccess: () => {
          setText("");
          setV(null);
          setId(newId());
          // The button that was pressed has nothing to do now: the next thought is written here.
          field.current?.focus();
        },
      },
    );
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keep();
  };
  return (
    <div className="writing">
      <Field label={t("workshop.write.label")} hint={t("workshop.write.hint")}>
        {(fieldId, describedBy) => (
          <textarea
            ref={field}
            id={fieldId}
            aria-describedby={describedBy}
            className="input writing__text"
            rows={3}
            maxLength={1000}
            placeholder={t("workshop.write.placeholder")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      {step.asksFeeling && <FeelingChoice v={v} onChoose={setV} />}
      {write.isError && <Notice problem>{write.error.message}</Notice>}
      <div className="writing__row">
        <Button look="primary" disabled={text.trim() === "" || write.isPending} onClick={keep}>
          {t("workshop.write.keep")}
        </Button>
        {counts && (
          <span className="field__hint">
            {t("workshop.write.count", { writers: counts.writers, drafts: counts.drafts })}
          </span>
        )}
      </div>
      <p className="field__hint">{t(step.anonymous ? "workshop.write.anonymous" : "workshop.write.named")}</p>
      {mine.length === 0 ? (
        <p className="field__hint">{t("workshop.write.none")}</p>
      ) : (
        <ul className="notes" aria-label={t("workshop.write.mine")}>
          {mine.map((draft) => (
            <li key={draft.id} className="note note--own" data-changing={draft.id === id || undefined}>
              <span className="note__words">
                {draft.v !== null && <FeelingSign v={draft.v} />} {draft.text}
              </span>
              <span className="note__tools">
                <Tool
                  label={t("workshop.write.change", { text: draft.text })}
                  onClick={() => {
                    setId(draft.id);
                    setText(draft.text);
                    setV(draft.v);
                  }}
                >
                  <Pencil aria-hidden="true" />
                </Tool>
                <Tool
                  label={t("workshop.write.takeAway", { text: draft.text })}
                  onClick={() => {
                    takeAway.mutate(draft.id);
                    if (draft.id === id) setId(newId());
                  }}
                >
                  <Trash2 aria-hidden="true" />
                </Tool>
              </span>
            </li>
          ))}
        </ul>
      )}
      {takeAway.isError && <Notice problem>{takeAway.error.message}</Notice>}
    </div>
  );
}

import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAddTask } from "../../api/tasks.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = {
  readonly journeyId: string;
  /** What it is about, as of comments. */
  readonly thing: string;
  readonly commentId?: string;
  readonly words?: string;
  readonly onClose: () => void;
};

const LONGEST = 1000;

/** Where a task is written: what, who, by when. */
export function TaskForm({ journeyId, thing, commentId, words = "", onClose }: Props) {
  const { t } = useTranslation();
  const [id] = useState<string>(() => crypto.randomUUID());
  const [text, setText] = useState(() => words.slice(0, LONGEST));
  const [owner, setOwner] = useState("");
  const [dueOn, setDueOn] = useState("");
  const add = useAddTask(journeyId);
  const field = useTakesFocus<HTMLTextAreaElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "" || add.isPending) return;
    const task = { id, thing, text, owner: owner.trim() || null, dueOn: dueOn || null };
    add.mutate(commentId === undefined ? task : { ...task, commentId }, { onSuccess: onClose });
  };
  return (
    <form className="task-form" onSubmit={submit}>
      <Field label={t("tasks.text")}>
        {(fieldId) => (
          <textarea
            ref={field}
            id={fieldId}
            className="input"
            rows={2}
            maxLength={LONGEST}
            required
            placeholder={t("tasks.textHint")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="task-form__row">
        <Field label={t("tasks.owner")}>
          {(fieldId) => (
            <input
              id={fieldId}
              className="input"
              maxLength={80}
              value={owner}
              onChange={(event) => setOwner(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("tasks.dueOn")}>
          {(fieldId) => (
            <input
              id={fieldId}
              className="input"
              type="date"
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
          )}
        </Field>
      </div>
      {add.isError && <Notice problem>{add.error.message}</Notice>}
      <div className="thread__deeds">
        <Button
          look="primary"
          className="button--small"
          type="submit"
          disabled={text.trim() === "" || add.isPending}
        >
          {t("tasks.keep")}
        </Button>
        <Button look="quiet" className="button--small" onClick={onClose}>
          {t("comments.cancel")}
        </Button>
      </div>
    </form>
  );
}

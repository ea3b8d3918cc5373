import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = {
  readonly label: string;
  readonly send: string;
  readonly words?: string;
  readonly takesFocus?: boolean;
  readonly onCancel?: () => void;
  /** Sends the words; what it throws is said, and the words stay. */
  readonly onSend: (id: string, text: string) => Promise<void>;
};

/** Where a remark is written. */
export function CommentField({ label, send, words = "", takesFocus = true, onCancel, onSend }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(words);
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  const [state, setState] = useState<"writing" | "sending" | { readonly failed: string }>("writing");
  const field = useTakesFocus<HTMLTextAreaElement>(takesFocus);
  const isSending = state === "sending";
  const go = async (): Promise<void> => {
    if (text.trim() === "" || isSending) return;
    setState("sending");
    try {
      await onSend(id, text);
      setText("");
      setId(crypto.randomUUID());
      setState("writing");
    } catch (error) {
      setState({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void go();
    } else if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <div className="comment-field">
      <Field label={label} hint={t("comments.hint")}>
        {(fieldId, describedBy) => (
          <textarea
            ref={field}
            id={fieldId}
            aria-describedby={describedBy}
            className="input"
            rows={3}
            maxLength={4000}
            placeholder={t("comments.placeholder")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      {typeof state === "object" && <Notice problem>{state.failed}</Notice>}
      <div className="thread__deeds">
        <Button
          look="primary"
          className="button--small"
          disabled={text.trim() === "" || isSending}
          onClick={() => void go()}
        >
          {send}
        </Button>
        {onCancel && (
          <Button look="quiet" className="button--small" onClick={onCancel}>
            {t("comments.cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}

import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeepUntil, type SourceEntry } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { dayOf } from "./keeping.ts";
import { Trouble } from "./Trouble.tsx";

/** Until when a source's words are kept, and until when its people can be known again. */
export function KeepDialog({
  source,
  onClose,
}: {
  readonly source: SourceEntry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const keep = useKeepUntil(source.id);
  const [words, setWords] = useState(dayOf(source.retentionUntil));
  const [identity, setIdentity] = useState(dayOf(source.identityUntil));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    keep.mutate(
      {
        ...(words === "" ? {} : { retentionUntil: words }),
        ...(identity === "" ? {} : { identityUntil: identity }),
      },
      {
        onSuccess: () => {
          tell(t("privacy.keeping.saved", { title: source.title }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t("privacy.keeping.title")} onClose={onClose}>
      <form className="erase" onSubmit={save}>
        <p>{source.title}</p>
        <Field label={t("privacy.keeping.words")} hint={t("privacy.keeping.wordsHelp")}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              className="input"
              type="date"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("privacy.keeping.identity")} hint={t("privacy.keeping.identityHelp")}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              className="input"
              type="date"
              value={identity}
              onChange={(event) => setIdentity(event.target.value)}
            />
          )}
        </Field>
        {keep.error && <Trouble error={keep.error} />}
        <div className="making__go">
          <Button look="primary" type="submit" disabled={keep.isPending || (words === "" && identity === "")}>
            {t("privacy.keeping.save")}
          </Button>
          <Button onClick={onClose}>{t("library.quote.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

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
        <Until kind="words" value={words} onChange={setWords} />
        <Until kind="identity" value={identity} onChange={setIdentity} />
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

/** Until which day words, or who said them, are kept. */
function Until({
  kind,
  value,
  onChange,
}: {
  readonly kind: "words" | "identity";
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={t(`privacy.keeping.${kind}`)} hint={t(`privacy.keeping.${kind}Help`)}>
      {(id, hint) => (
        <input
          id={id}
          aria-describedby={hint}
          className="input"
          type="date"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

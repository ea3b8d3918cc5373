import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { type Moment, useNameVersion } from "../../api/versions.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = {
  readonly journeyId: string;
  readonly moment: Moment;
  readonly before: string;
  readonly onDone: (versionId: string | null) => void;
};

/** Gives a version its name; a version with a name is never thinned out. */
export function NameForm({ journeyId, moment, before, onDone }: Props) {
  const { t } = useTranslation();
  const naming = useNameVersion(journeyId);
  const [name, setName] = useState(before);
  const field = useTakesFocus<HTMLInputElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return;
    naming.mutate(
      { moment, name: wanted },
      {
        onSuccess: ({ id }) => {
          tell(t("history.named", { name: wanted }));
          onDone(id);
        },
      },
    );
  };
  return (
    <form className="history__name" onSubmit={submit}>
      <Field label={t("history.nameField")} hint={t("history.nameHint")}>
        {(id, describedBy) => (
          <input
            id={id}
            className="input"
            aria-describedby={describedBy}
            ref={field}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {naming.isError && <Notice problem>{naming.error.message}</Notice>}
      <div className="history__buttons">
        <Button look="primary" type="submit" disabled={naming.isPending || name.trim() === ""}>
          {t("history.save")}
        </Button>
        <Button onClick={() => onDone(null)}>{t("history.cancel")}</Button>
      </div>
    </form>
  );
}

import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";

type Said = { readonly caption: string; readonly person: string };
type Props = Said & {
  /** Somebody is known by it already. */
  readonly isSomebodys?: boolean;
  readonly onChange: (said: Partial<Said>) => void;
};

/** What a picture shows, the words by which it is found, quoted and pinned; and whose it is. */
export function PictureFields({ caption, person, isSomebodys = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("library.picture.caption")} hint={t("library.picture.captionHelp")}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            className="input"
            rows={3}
            maxLength={5000}
            required
            value={caption}
            onChange={(event) => onChange({ caption: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("library.picture.person")}
        hint={t(isSomebodys ? "library.picture.personKnown" : "library.picture.personHelp")}
      >
        {(id, hint) => (
          <input
            id={id}
            aria-describedby={hint}
            className="input"
            maxLength={200}
            autoComplete="off"
            value={person}
            onChange={(event) => onChange({ person: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

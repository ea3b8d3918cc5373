import { Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../../api/contacts.ts";
import { useChangePicture } from "../../../api/pictures.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Field.tsx";
import { Trouble } from "../Trouble.tsx";
import { PictureFields } from "./PictureFields.tsx";

type Props = { readonly contact: ContactEntry };

/** Writes what a picture shows otherwise, and says whose it is: a button that becomes a form. */
export function PictureEditor({ contact }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  // When the button is there again, and not at the next frame: the form may still stand then, and take the focus with it.
  useEffect(() => {
    if (wasOpen.current && !isOpen) root.current?.querySelector("button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div ref={root}>
      {isOpen ? (
        <PictureForm contact={contact} onDone={() => setOpen(false)} />
      ) : (
        <Button
          look="quiet"
          className="button--small"
          icon={<Pencil size={15} />}
          onClick={() => setOpen(true)}
        >
          {t("library.picture.edit")}
        </Button>
      )}
    </div>
  );
}

function PictureForm({ contact, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState({ caption: contact.text, person: "" });
  const [nobodys, setNobodys] = useState(false);
  const change = useChangePicture(contact.id);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const isSomebodys = contact.respondentKey !== null;
  const save = (): void => {
    const person = said.person.trim();
    change.mutate(
      {
        ...(said.caption !== contact.text && { caption: said.caption }),
        ...(nobodys ? { person: null } : person !== "" && { person }),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      ref={form}
      className="picture__form"
      aria-label={t("library.picture.edit")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) save();
      }}
    >
      <PictureFields
        {...said}
        isSomebodys={isSomebodys}
        onChange={(more) => {
          setSaid((before) => ({ ...before, ...more }));
          if (more.person !== undefined) setNobodys(false);
        }}
      />
      {isSomebodys && (
        <Checkbox label={t("library.picture.nobodys")} checked={nobodys} onChange={setNobodys} />
      )}
      {change.error && <Trouble error={change.error} />}
      <div className="making__go">
        <Button look="primary" type="submit" disabled={change.isPending || said.caption.trim() === ""}>
          {t("library.picture.save")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("library.quote.cancel")}
        </Button>
      </div>
    </form>
  );
}

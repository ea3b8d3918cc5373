import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../../api/contacts.ts";
import { pictureOf } from "../../../api/pictures.ts";
import { Notice } from "../../../ui/Notice.tsx";
import "./picture.css";

type Props = {
  readonly contact: ContactEntry;
  readonly size: NonNullable<ContactEntry["picture"]>;
};

/** The picture of a contact; its words stand under it and say what it shows. */
export function PictureView({ contact: { id, text }, size }: Props) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  if (missing) return <Notice>{t("library.picture.missing")}</Notice>;
  return (
    <img className="picture" src={pictureOf(id)} {...size} alt={text} onError={() => setMissing(true)} />
  );
}

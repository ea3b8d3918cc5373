import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import type { PictureDraft } from "./pictureDraft.ts";
import "./picture.css";

type Props = { readonly picture: PictureDraft; readonly onChange: (caption: string) => void };

/** The picture as it would be kept, and what it shows: the words by which it is found, quoted and pinned. */
export function PictureStep({ picture: { image, caption }, onChange }: Props) {
  const { t } = useTranslation();
  const shown = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(image.blob);
    if (shown.current) shown.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [image.blob]);
  return (
    <div className="wizard__step">
      <img ref={shown} className="picture" width={image.width} height={image.height} alt={caption} />
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
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <p className="field__hint">{t("library.picture.faces")}</p>
    </div>
  );
}

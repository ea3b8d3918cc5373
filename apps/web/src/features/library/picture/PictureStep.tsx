import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PictureDraft } from "./pictureDraft.ts";
import { PictureFields } from "./PictureFields.tsx";
import "./picture.css";

type Props = { readonly picture: PictureDraft; readonly onChange: (said: Partial<PictureDraft>) => void };

/** The picture as it would be kept, what it shows, and whose it is. */
export function PictureStep({ picture: { image, caption, person }, onChange }: Props) {
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
      <PictureFields caption={caption} person={person} onChange={onChange} />
      <p className="field__hint">{t("library.picture.faces")}</p>
    </div>
  );
}

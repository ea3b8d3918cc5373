import { useState } from "react";
import { useTranslation } from "react-i18next";
import { imageAddress } from "../../api/images.ts";
import { useSession } from "../../session/SessionContext.tsx";

/** An image of the canvas. One that cannot be had (it came with a shape from another journey, or there is no network) is told. */
export function Picture({ imageId }: { readonly imageId: string | null }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const [missing, setMissing] = useState(false);
  if (imageId === null || missing) return <span className="shape__missing">{t("shapes.imageMissing")}</span>;
  return (
    <img
      className="shape__image"
      src={imageAddress(journeyId, imageId)}
      // The button around it says what it shows.
      alt=""
      draggable={false}
      onError={() => setMissing(true)}
    />
  );
}

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../i18n/language.ts";
import { useMapLook } from "../session/mapLook.ts";
import { useSession } from "../session/SessionContext.tsx";
import { tell } from "../ui/Toasts.tsx";
import "./print.css";

/**
 * The map on paper, whole and as the files draw it: Ctrl P fetches the picture and then prints it. While it is on its way the window shows
 * the map as before; a map that cannot be fetched is told, and what is in the window is printed instead.
 */
export function PrintSheet() {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const [picture, setPicture] = useState<string | null>(null);
  const waiting = useRef(false);
  const clear = useCallback((): void => {
    setPicture(null);
    waiting.current = false;
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const asks = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asks || event.key.toLowerCase() !== "p" || waiting.current) return;
      event.preventDefault();
      waiting.current = true;
      tell(t("export.toPaper"));
      const time = useMapLook.getState().toScale ? "&time=scale" : "";
      setPicture(
        `/api/v1/journeys/${journeyId}/export?format=png&theme=light&lang=${currentLanguage()}${time}`,
      );
    };
    addEventListener("keydown", press);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("afterprint", clear);
    };
  }, [journeyId, t, clear]);
  if (picture === null) return null;
  return (
    <img
      className="print-sheet"
      src={picture}
      alt=""
      onLoad={() => window.print()}
      onError={() => {
        clear();
        tell(t("export.noPaper"), "problem");
      }}
    />
  );
}

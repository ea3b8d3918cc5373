import type { JourneyFile } from "@polku/journey";
import { Download, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetKeptCopy, readKeptCopy } from "../../session/keptCopy.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { saveFile } from "./saveFile.ts";
import "./keeping.css";

type Props = { readonly journeyId: string; readonly personId: string };

/** A journey that may not be opened any more, but of which an earlier visit left a copy in this browser. */
export function KeptCopy({ journeyId, personId }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<JourneyFile | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const found = await readKeptCopy(journeyId, personId);
      if (!gone) setFile(found);
    };
    // A browser that lets nothing be stored has no copy either.
    look().catch(() => undefined);
    return () => void (gone = true);
  }, [journeyId, personId]);
  if (!file) return null;
  const forget = async (): Promise<void> => {
    await forgetKeptCopy(journeyId, personId);
    setFile(null);
  };
  const { title } = file.meta;
  return (
    <Notice>
      <p>{t("keeping.kept")}</p>
      <div className="keeping__deeds">
        <Button
          icon={<Download size={16} />}
          onClick={() => saveFile(file, typeof title === "string" ? title : "")}
        >
          {t("keeping.save")}
        </Button>
        <Button look="danger" icon={<Trash2 size={16} />} onClick={() => void forget()}>
          {t("keeping.throwAway")}
        </Button>
      </div>
    </Notice>
  );
}

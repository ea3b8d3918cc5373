import { Download, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useConnection, useSession } from "../../session/SessionContext.tsx";
import { leavesEditsBehind } from "../../session/refusals.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { saveFile } from "./saveFile.ts";
import "./keeping.css";

/** Why the window may not go on; and what was written in it goes with the person, not away. */
export function Refused() {
  const { t } = useTranslation();
  const session = useSession();
  const connection = useConnection();
  if (connection.state !== "refused") return null;
  const begin = async (): Promise<void> => {
    await session.forgetCopy();
    location.reload();
  };
  return (
    <Notice problem>
      <p>{t(`refused.${connection.reason}`)}</p>
      {leavesEditsBehind(connection.reason) && (
        <>
          <p>{t("keeping.stillHere")}</p>
          <div className="keeping__deeds">
            <Button
              icon={<Download size={16} />}
              onClick={() => saveFile(session.asFile(), session.view().meta.title)}
            >
              {t("keeping.save")}
            </Button>
            <Button look="danger" icon={<RotateCcw size={16} />} onClick={() => void begin()}>
              {t("keeping.anew")}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}

import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/request.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** What went wrong, in the server's own sentence; or that it did not answer at all. */
export function Trouble({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice problem>
      <p>{error instanceof ApiProblem ? error.message : t("library.wizard.noServer")}</p>
      {again && (
        <Button className="trouble__again" onClick={again}>
          {t("ui.again")}
        </Button>
      )}
    </Notice>
  );
}

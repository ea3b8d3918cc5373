import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useDeleteJourney } from "../../api/deletedJourneys.ts";
import { useMe } from "../../api/people.ts";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";
import "./deleted.css";

/** Deletes the open journey, after asking; only owners see it. */
export function DeleteJourney() {
  const { t } = useTranslation();
  const me = useMe();
  const [asks, setAsks] = useState(false);
  if (me.data?.role !== "owner") return null;
  if (asks) return <Sure onNo={() => setAsks(false)} />;
  return (
    <Button look="danger" icon={<Trash2 size={18} />} onClick={() => setAsks(true)}>
      {t("deleted.remove")}
    </Button>
  );
}

function Sure({ onNo }: { readonly onNo: () => void }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const title = useJourney((view) => view.meta.title);
  const [, go] = useLocation();
  const remove = useDeleteJourney();
  const no = useTakesFocus<HTMLButtonElement>();
  const yes = (): void =>
    remove.mutate(journeyId, {
      onSuccess: () => {
        tell(t("deleted.removed", { title: title || t("journey.untitled") }));
        go("/");
      },
    });
  return (
    <div className="deleted__sure" role="group" aria-label={t("deleted.remove")}>
      <p role="status">{t("deleted.removeSure")}</p>
      {remove.error && <Notice problem>{remove.error.message}</Notice>}
      <div className="deleted__deeds">
        <Button look="danger" className="button--small" disabled={remove.isPending} onClick={yes}>
          {t("deleted.remove")}
        </Button>
        <Button ref={no} className="button--small" onClick={onNo}>
          {t("deleted.keep")}
        </Button>
      </div>
    </div>
  );
}

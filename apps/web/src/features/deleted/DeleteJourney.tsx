import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useDeleteJourney } from "../../api/deletedJourneys.ts";
import { useMe } from "../../api/people.ts";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { Sure } from "./Sure.tsx";
import "./deleted.css";

/** Deletes the open journey, after asking; only owners see it. */
export function DeleteJourney() {
  const { t } = useTranslation();
  const me = useMe();
  const [asks, setAsks] = useState(false);
  if (me.data?.role !== "owner") return null;
  if (asks) return <AskFirst onNo={() => setAsks(false)} />;
  return (
    <Button look="danger" icon={<Trash2 size={18} />} onClick={() => setAsks(true)}>
      {t("deleted.remove")}
    </Button>
  );
}

function AskFirst({ onNo }: { readonly onNo: () => void }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const title = useJourney((view) => view.meta.title);
  const [, go] = useLocation();
  const remove = useDeleteJourney();
  const yes = (): void =>
    remove.mutate(journeyId, {
      onSuccess: () => {
        tell(t("deleted.removed", { title: title || t("journey.untitled") }));
        go("/");
      },
    });
  return (
    <Sure
      label={t("deleted.remove")}
      question={t("deleted.removeSure")}
      yes={t("deleted.remove")}
      isPending={remove.isPending}
      problem={remove.error?.message}
      onYes={yes}
      onNo={onNo}
    />
  );
}

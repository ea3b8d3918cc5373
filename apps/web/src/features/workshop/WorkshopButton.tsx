import { Presentation } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkshopView } from "../../api/workshop.ts";
import { Button } from "../../ui/Button.tsx";
import { AgendaDialog } from "./AgendaDialog.tsx";

/** Begins a workshop; not there while one is on, or for who may not lead. */
export default function WorkshopButton({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const { data } = useWorkshopView(journeyId);
  const [begins, setBegins] = useState(false);
  if (!data?.mayLead || data.workshop) return null;
  return (
    <>
      <Button
        look="quiet"
        icon={<Presentation size={16} />}
        title={t("workshop.begin")}
        onClick={() => setBegins(true)}
      >
        {t("workshop.title")}
      </Button>
      {begins && <AgendaDialog journeyId={journeyId} onClose={() => setBegins(false)} />}
    </>
  );
}

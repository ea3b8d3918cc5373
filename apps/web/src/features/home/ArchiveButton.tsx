import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useArchiveJourney, type JourneyEntry } from "../../api/journeys.ts";
import { IconButton } from "../../ui/Button.tsx";
import { tell } from "../../ui/Toasts.tsx";

/** Puts a journey away, out of the list and not out of the world; or brings it back. */
export function ArchiveButton({ journey }: { readonly journey: JourneyEntry }) {
  const { t } = useTranslation();
  const archive = useArchiveJourney();
  const title = journey.title || t("journey.untitled");
  const change = (): void =>
    archive.mutate(
      { id: journey.id, archived: !journey.archived },
      {
        onSuccess: () => tell(t(journey.archived ? "home.broughtBack" : "home.putAway", { title })),
        onError: (error) => tell(error.message, "problem"),
      },
    );
  return (
    <span className="home__archive">
      <IconButton
        label={t(journey.archived ? "home.bringBack" : "home.archive", { title })}
        disabled={archive.isPending}
        onClick={change}
      >
        {journey.archived ? <ArchiveRestore size={16} /> : <Archive size={16} />}
      </IconButton>
    </span>
  );
}

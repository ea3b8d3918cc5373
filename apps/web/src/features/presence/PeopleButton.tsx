import { UserCheck } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleKey, usePeople } from "../../api/peopleInJourney.ts";
import { useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { PeopleDialog } from "./PeopleDialog.tsx";
import "./presence.css";

/** Opens the list of people for those who lead, and says how many wait to be let in. */
export default function PeopleButton() {
  const { t } = useTranslation();
  const { journeyId, onMessage } = useSession();
  const leads = useCanEdit();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data } = usePeople(journeyId, leads);
  useEffect(
    () =>
      onMessage(({ t: told }) => {
        if (told === "people") void client.invalidateQueries({ queryKey: peopleKey(journeyId) });
      }),
    [client, journeyId, onMessage],
  );
  if (!leads) return null;
  const waiting = data?.filter(({ waits }) => waits).length ?? 0;
  return (
    <span className="room-button">
      <IconButton
        label={waiting > 0 ? t("room.openWaiting", { count: waiting }) : t("room.open")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <UserCheck size={18} />
      </IconButton>
      {waiting > 0 && (
        <span className="room-button__count" aria-hidden="true">
          {waiting}
        </span>
      )}
      <span className="visually-hidden" role="status">
        {waiting > 0 && t("room.openWaiting", { count: waiting })}
      </span>
      {open && <PeopleDialog journeyId={journeyId} onClose={() => setOpen(false)} />}
    </span>
  );
}

import { UserMinus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangePerson, usePeople, useShowOut, type PersonEntry } from "../../api/peopleInJourney.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

const ROLES = ["editor", "participant", "commenter", "viewer"] as const;

type Props = { readonly journeyId: string; readonly onClose: () => void };

/** Who is in the journey and as what: whoever leads changes it here, and it holds at once. */
export function PeopleDialog({ journeyId, onClose }: Props) {
  const { t } = useTranslation();
  const people = usePeople(journeyId, true);
  const waiting = people.data?.filter(({ waits }) => waits) ?? [];
  const inside = people.data?.filter(({ waits }) => !waits) ?? [];
  return (
    <Dialog title={t("room.title")} onClose={onClose}>
      {people.isError && <Notice problem>{people.error.message}</Notice>}
      {waiting.length > 0 && <Waiting journeyId={journeyId} waiting={waiting} />}
      <section aria-label={t("room.insideHead")}>
        <h3 className="room__heading">{t("room.insideHead")}</h3>
        <ul className="room__list">
          {inside.map((person) => (
            <PersonRow key={person.id} journeyId={journeyId} person={person} />
          ))}
        </ul>
      </section>
    </Dialog>
  );
}

function Waiting({
  journeyId,
  waiting,
}: {
  readonly journeyId: string;
  readonly waiting: readonly PersonEntry[];
}) {
  const { t } = useTranslation();
  const change = useChangePerson(journeyId);
  const turnAway = useShowOut(journeyId);
  const failed = change.error ?? turnAway.error;
  const letIn = (id: string): void => change.mutate({ id, letIn: true });
  return (
    <section className="room__waiting" aria-label={t("room.waitingHead")}>
      <div className="room__head">
        <h3 className="room__heading">{t("room.waitingHead")}</h3>
        {waiting.length > 1 && (
          <Button className="button--small" onClick={() => waiting.forEach(({ id }) => letIn(id))}>
            {t("room.letAllIn")}
          </Button>
        )}
      </div>
      <ul className="room__list">
        {waiting.map(({ id, name }) => (
          <li key={id}>
            <span className="room__name">{name}</span>
            <Button
              look="primary"
              className="button--small"
              aria-label={t("room.letInName", { name })}
              onClick={() => letIn(id)}
            >
              {t("room.letIn")}
            </Button>
            <IconButton label={t("room.turnAway", { name })} onClick={() => turnAway.mutate(id)}>
              <UserMinus size={16} />
            </IconButton>
          </li>
        ))}
      </ul>
      {failed && <Notice problem>{failed.message}</Notice>}
    </section>
  );
}

type RowProps = { readonly journeyId: string; readonly person: PersonEntry };

function PersonRow({ journeyId, person }: RowProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const change = useChangePerson(journeyId);
  const known = (["owner", ...ROLES] as const).find((role) => role === person.role);
  if (!person.changeable)
    return (
      <li title={t("room.fixed")}>
        <span className="room__name">{person.name}</span>
        <span className="room__fixed">{known ? t(`room.roles.${known}`) : person.role}</span>
      </li>
    );
  if (asks) return <AreYouSure journeyId={journeyId} person={person} onNo={() => setAsks(false)} />;
  return (
    <li>
      <span className="room__name">
        {person.name}
        {change.isError && <span className="room__problem">{change.error.message}</span>}
      </span>
      <select
        className="input room__role"
        aria-label={t("room.role", { name: person.name })}
        value={person.role}
        onChange={(event) => {
          const role = ROLES.find((one) => one === event.target.value);
          if (role) change.mutate({ id: person.id, role });
        }}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`room.roles.${role}`)}
          </option>
        ))}
      </select>
      <IconButton label={t("room.showOut", { name: person.name })} onClick={() => setAsks(true)}>
        <UserMinus size={16} />
      </IconButton>
    </li>
  );
}

function AreYouSure({ journeyId, person, onNo }: RowProps & { readonly onNo: () => void }) {
  const { t } = useTranslation();
  const showOut = useShowOut(journeyId);
  const no = useTakesFocus<HTMLButtonElement>();
  return (
    <li className="room__sure" role="group" aria-label={t("room.showOut", { name: person.name })}>
      <p role="status">{showOut.error?.message ?? t("room.showOutSure", { name: person.name })}</p>
      <Button
        look="danger"
        className="button--small"
        disabled={showOut.isPending}
        onClick={() => showOut.mutate(person.id)}
      >
        {t("room.showOutYes")}
      </Button>
      <Button ref={no} look="quiet" className="button--small" onClick={onNo}>
        {t("room.showOutNo")}
      </Button>
    </li>
  );
}

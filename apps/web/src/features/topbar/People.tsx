import { Hand } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { OtherPerson } from "../../session/presence.ts";
import { useOthers, useSession } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";

const SHOWN = 4;

/** One face a person, however many windows they have open: the newest window, and whose hand is up first. */
function onePerPerson(others: readonly OtherPerson[]): OtherPerson[] {
  const people = [...new Map(others.map((other) => [other.user.id, other])).values()];
  return people.toSorted((a, b) => Number(b.hand) - Number(a.hand));
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Who else is here: a press on a face goes along with what they look at. And one's own hand. */
export function People() {
  const { t } = useTranslation();
  const { presence } = useSession();
  const people = onePerPerson(useOthers());
  const followed = useSyncExternalStore(presence.subscribe, presence.followed);
  const isUp = useSyncExternalStore(presence.subscribe, presence.isHandUp);
  if (people.length === 0) return null;
  const rest = people.length - SHOWN;
  return (
    <>
      <ul className="people" aria-label={t("people.here", { count: people.length })}>
        {people.slice(0, SHOWN).map(({ user, clientId, hand }) => (
          <li key={user.id} className="people__one" style={{ background: user.colour }}>
            <button
              type="button"
              className="people__face"
              title={t("people.follow", { name: user.name })}
              aria-pressed={followed?.clientId === clientId}
              onClick={() => presence.follow(followed?.clientId === clientId ? null : clientId)}
            >
              <span aria-hidden="true">{initials(user.name)}</span>
              <span className="visually-hidden">
                {t("people.follow", { name: user.name })}
                {hand && `, ${t("people.handUp")}`}
              </span>
            </button>
            {hand && <Hand className="people__hand" size={14} aria-hidden="true" />}
          </li>
        ))}
        {rest > 0 && <li className="people__rest">+{rest}</li>}
      </ul>
      <IconButton
        label={t(isUp ? "people.lowerHand" : "people.raiseHand")}
        aria-pressed={isUp}
        onClick={() => presence.raiseHand(!isUp)}
      >
        <Hand size={18} />
      </IconButton>
      <HandsUp people={people} />
    </>
  );
}

/** Says who has raised a hand to those who cannot see it. */
function HandsUp({ people }: { readonly people: readonly OtherPerson[] }) {
  const { t } = useTranslation();
  const names = people.filter(({ hand }) => hand).map(({ user }) => user.name);
  return (
    <span className="visually-hidden" role="status">
      {names.length > 0 && t("people.handsUp", { names: names.join(", ") })}
    </span>
  );
}

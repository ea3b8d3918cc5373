import { useTranslation } from "react-i18next";
import type { OtherPerson } from "../../session/presence.ts";
import { useOthers } from "../../session/SessionContext.tsx";

const SHOWN = 4;

/** One face a person, however many windows they have open. */
function onePerPerson(others: readonly OtherPerson[]): OtherPerson[] {
  return [...new Map(others.map((other) => [other.user.id, other])).values()];
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Who else is here. */
export function People() {
  const { t } = useTranslation();
  const people = onePerPerson(useOthers());
  if (people.length === 0) return null;
  const rest = people.length - SHOWN;
  return (
    <ul className="people" aria-label={t("people.here", { count: people.length })}>
      {people.slice(0, SHOWN).map(({ user }) => (
        <li key={user.id} className="people__one" style={{ background: user.colour }} title={user.name}>
          <span aria-hidden="true">{initials(user.name)}</span>
          <span className="visually-hidden">{user.name}</span>
        </li>
      ))}
      {rest > 0 && <li className="people__rest">+{rest}</li>}
    </ul>
  );
}

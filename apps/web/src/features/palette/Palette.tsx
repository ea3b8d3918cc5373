import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { deedsNow, type Deed, type PageDeeds } from "./deeds.ts";
import "./palette.css";

type Props = { readonly page: PageDeeds; readonly thingOnly?: boolean; readonly onClose: () => void };

/** All commands by name: letters find, arrows choose, Enter does. Over a thing it lists what can be done with that thing. */
export default function Palette({ page, thingOnly, onClose }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  // As things stand when it opens: it is gone before anything it did could change the list.
  const deeds = useMemo(
    () => deedsNow(session, page).filter(({ ofThing }) => !thingOnly || ofThing),
    [session, page, thingOnly],
  );
  const needle = words.trim().toLocaleLowerCase();
  const called = ({ name, title = "" }: Deed): string => t(`hands.deeds.${name}`, { title });
  const found = deeds.filter((deed) => called(deed).toLocaleLowerCase().includes(needle));
  const chosen = Math.min(at, found.length - 1);
  const go = (deed: Deed | undefined): void => {
    if (!deed) return;
    onClose();
    deed.run();
  };
  return (
    <Dialog title={t(thingOnly ? "hands.menu" : "hands.palette")} onClose={onClose}>
      <input
        className="field__input palette__words"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `deed-${chosen}` : undefined}
        aria-label={t("hands.search")}
        placeholder={t("hands.search")}
        // The palette was asked for in order to type into it.
        ref={(input) => input?.focus()}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by) setAt((chosen + by + found.length) % Math.max(1, found.length));
          else if (event.key === "Enter") go(found[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      {found.length === 0 && <p className="palette__none">{t("hands.none")}</p>}
      <div className="palette" id="palette-list" role="listbox" aria-label={t("hands.palette")}>
        {found.map((deed, i) => (
          <button
            type="button"
            tabIndex={-1}
            key={called(deed)}
            id={`deed-${i}`}
            role="option"
            className="palette__deed"
            aria-selected={i === chosen}
            onPointerMove={() => setAt(i)}
            onClick={() => go(deed)}
          >
            <span>{called(deed)}</span>
            {deed.keys && <kbd>{deed.keys}</kbd>}
          </button>
        ))}
      </div>
    </Dialog>
  );
}

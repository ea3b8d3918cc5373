import { restoreDeleted, type TrashItem } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import "./trash.css";

/** What was deleted from the map: each comes back with everything in it. */
export default function Trash({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  // The list is read anew whenever the map changed.
  useJourney((view) => view);
  const items = session.trash();
  const nameOf = ({ title, lane }: TrashItem): string =>
    title || (lane ? t(`lane.kinds.${lane}`) : t("hands.trash.untitled"));
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Dialog title={t("hands.trash.title")} onClose={onClose}>
      {items.length === 0 && <p>{t("hands.trash.empty")}</p>}
      <ul className="trash">
        {items.map((item) => (
          <li key={`${item.map}/${item.id}`} className="trash__one">
            <span className="trash__what">
              <bdi>{nameOf(item)}</bdi>
              <span className="trash__when">
                {t(`hands.trash.kinds.${item.map}`)}
                {item.at &&
                  !Number.isNaN(Date.parse(item.at)) &&
                  ` · ${t("hands.trash.when", { when: moment.format(new Date(item.at)) })}`}
              </span>
            </span>
            <Button
              aria-label={t("hands.trash.restoreThis", { title: nameOf(item) })}
              onClick={() => {
                session.undo.beginStep();
                session.run(restoreDeleted, { map: item.map, id: item.id });
              }}
            >
              {t("hands.trash.restore")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

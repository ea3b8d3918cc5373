import { Handshake } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useAttentionStore, useJourney, useSession } from "../../session/SessionContext.tsx";
import { countPromises } from "./countPromises.ts";
import "./promises.css";

/** How many promises of the journey are open, kept and broken; pressed, all of them, each leading to where it was made. */
export default function PromiseCounts() {
  const { t } = useTranslation();
  const session = useSession();
  const attention = useAttentionStore();
  const promises = useJourney((view) => view.promises);
  if (promises.length === 0) return null;
  const counts = countPromises(promises);
  const words = t("promises.header", counts);
  const { touchpoints } = session.view();
  return (
    <DialogTrigger>
      <AriaButton className="button button--quiet button--icon promise-counts">
        <Handshake size={18} aria-hidden="true" />
        <span data-some={counts.broken > 0 || undefined} title={words} aria-hidden="true">
          {counts.kept}/{promises.length}
        </span>
        <span className="visually-hidden">{words}</span>
      </AriaButton>
      <Popover placement="bottom end">
        <Dialog className="promise-all" aria-label={t("promises.all")}>
          {({ close }) => (
            <>
              <p className="promise-all__counts">{words}</p>
              <ul>
                {promises.map(({ id, text, status, touchpointId }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className="promise-all__one"
                      data-state={status}
                      onClick={() => {
                        attention.goTo({ kind: "touchpoint", id: touchpointId });
                        close();
                      }}
                    >
                      <span className="promise-all__text">{text || t("promises.untitled")}</span>
                      <span className="promise-all__where">
                        {t(`promises.statuses.${status}`)} ·{" "}
                        {touchpoints.get(touchpointId)?.title || t("touchpoint.untitled")}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

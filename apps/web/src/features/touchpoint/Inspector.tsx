import { deleteTouchpoint, editText, type TouchpointView } from "@polku/journey";
import { CornerDownRight, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { useGrounding } from "../../session/useGrounding.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { ContactFacts } from "./ContactFacts.tsx";
import { GroundingNote } from "./GroundingNote.tsx";
import { Hopes } from "./Hopes.tsx";
import { MarkList } from "./MarkList.tsx";
import { MomentFacts } from "./MomentFacts.tsx";
import { PersonaChoice } from "./PersonaChoice.tsx";
import { TimeFacts } from "./TimeFacts.tsx";
import { Whereabouts } from "./Whereabouts.tsx";
import "./inspector.css";

type Props = {
  readonly touchpointId: string;
  /** Opens or closes the feedback journey under it. */
  readonly onFeedback: (touchpointId: string) => void;
  readonly onClose: () => void;
  /** What customers said here; another feature fills it. */
  readonly children: ReactNode;
  /** What other features know of it: its curve, its promises, the journeys inside it. */
  readonly more: ReactNode;
};

/** Everything about one touchpoint, beside the map. */
export function Inspector({ touchpointId, onFeedback, onClose, children, more }: Props) {
  const { t } = useTranslation();
  const touchpoint = useJourney((view) => view.touchpoints.get(touchpointId));
  useOpenPanel("inspector", touchpoint !== undefined);
  if (!touchpoint) return null;
  return (
    <aside className="inspector" aria-label={t("inspector.name")}>
      <div className="inspector__head">
        <h2 className="inspector__kind">{t("touchpoint.one")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      <Words touchpoint={touchpoint} />
      <Ground touchpointId={touchpointId} />
      {children}
      <div className="inspector__groups">
        <MarkList touchpoint={touchpoint} />
        <ContactFacts touchpoint={touchpoint} />
        <MomentFacts touchpoint={touchpoint} />
        <Hopes touchpoint={touchpoint} />
        <TimeFacts touchpoint={touchpoint} />
        {more}
        <PersonaChoice touchpoint={touchpoint} />
        <Whereabouts touchpoint={touchpoint} />
      </div>
      <Actions touchpoint={touchpoint} onFeedback={onFeedback} />
    </aside>
  );
}

function Ground({ touchpointId }: { readonly touchpointId: string }) {
  return <GroundingNote {...useGrounding(touchpointId)} />;
}

type Part = { readonly touchpoint: TouchpointView };

function Words({ touchpoint }: Part) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const edit = (key: "title" | "note") => (text: string) =>
    run(editText, { on: "touchpoints", id: touchpoint.id, key, text });
  return (
    <>
      <SharedText
        className="inspector__title"
        label={t("touchpoint.name")}
        placeholder={t("touchpoint.untitled")}
        readOnly={!canEdit}
        value={touchpoint.title}
        onEdit={edit("title")}
      />
      <SharedText
        className="inspector__note"
        label={t("touchpoint.note")}
        placeholder={canEdit ? t("touchpoint.noteHint") : ""}
        multiline
        readOnly={!canEdit}
        value={touchpoint.note}
        onEdit={edit("note")}
      />
    </>
  );
}

function Actions({ touchpoint, onFeedback }: Part & Pick<Props, "onFeedback">) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const attention = useAttentionStore();
  const { undo } = useSession();
  const has = touchpoint.subJourneyIds.length > 0;
  return (
    <section className="inspector__actions">
      {(has || canEdit) && (
        <Button icon={<CornerDownRight size={16} />} onClick={() => onFeedback(touchpoint.id)}>
          {t(has ? "subJourney.toggle" : "subJourney.make")}
        </Button>
      )}
      {canEdit && (
        <Button
          look="danger"
          icon={<Trash2 size={16} />}
          onClick={() => {
            undo.beginStep();
            run(deleteTouchpoint, { touchpointId: touchpoint.id });
            attention.select(null);
          }}
        >
          {t("touchpoint.delete")}
        </Button>
      )}
    </section>
  );
}

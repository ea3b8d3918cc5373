import {
  Bell,
  BellOff,
  Focus,
  Footprints,
  ListOrdered,
  Lock,
  LockOpen,
  Pause,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
  Square,
} from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useCloseVote,
  useEndWorkshop,
  useLeadWorkshop,
  useRevealNotes,
  type AgendaStep,
  type WorkshopLead,
  type WorkshopState,
} from "../../api/workshop.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { setWalking } from "../../session/walking.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = {
  readonly journeyId: string;
  readonly workshop: WorkshopState;
  readonly step: AgendaStep;
  readonly onAgenda: () => void;
};

/** What only the facilitator has: the steps, the timer, the reveal, the count, the end. */
export function LeadTools({ journeyId, workshop, step, onAgenda }: Props) {
  const { t } = useTranslation();
  const lead = useLeadWorkshop(journeyId);
  const reveal = useRevealNotes(journeyId);
  const closeVote = useCloseVote(journeyId);
  const at = workshop.steps.findIndex(({ id }) => id === step.id);
  const [before, next] = [workshop.steps[at - 1], workshop.steps[at + 1]];
  const runs = workshop.timer.state === "running";
  const failed = [lead, reveal, closeVote].find(({ isError }) => isError)?.error;
  const isClosed = workshop.tallies.some(({ stepId }) => stepId === step.id);
  const mayReveal = (step.tool === "write" || step.tool === "draw") && !workshop.revealed.includes(step.id);
  return (
    <div className="lead" role="group" aria-label={t("workshop.lead")}>
      <div className="lead__row">
        <Tool
          label={t(runs ? "workshop.timer.pause" : "workshop.timer.start")}
          onClick={() => lead.mutate({ timer: runs ? "pause" : "start" })}
        >
          {runs ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </Tool>
        <button
          type="button"
          className="tool tool--words"
          title={t("workshop.timer.addMinute")}
          onClick={() => lead.mutate({ timer: "addMinute" })}
        >
          +1 min
        </button>
        <Tool label={t("workshop.timer.stop")} onClick={() => lead.mutate({ timer: "stop" })}>
          <RotateCcw aria-hidden="true" />
        </Tool>
        <Tool label={t("walk.title")} onClick={() => setWalking(true)}>
          <Footprints aria-hidden="true" />
        </Tool>
        <BringTools brought={workshop.brought} onBring={(bring) => lead.mutate({ bring })} />
        <span className="lead__steps">
          <Tool label={t("workshop.editAgenda")} onClick={onAgenda}>
            <ListOrdered aria-hidden="true" />
          </Tool>
          <Tool
            label={t("workshop.before")}
            disabled={!before}
            onClick={() => before && lead.mutate({ stepId: before.id })}
          >
            <SkipBack aria-hidden="true" />
          </Tool>
          {mayReveal && (
            <Button
              className="button--small"
              disabled={reveal.isPending}
              onClick={() => reveal.mutate(step.id)}
            >
              {t(step.tool === "draw" ? "workshop.draw.reveal" : "workshop.write.reveal")}
            </Button>
          )}
          {step.tool === "vote" && !isClosed && (
            <Button
              className="button--small"
              disabled={closeVote.isPending}
              onClick={() => closeVote.mutate(step.id)}
            >
              {t("workshop.vote.close")}
            </Button>
          )}
          {next && (
            <Button
              look="primary"
              className="button--small"
              icon={<SkipForward size={15} />}
              // Never disabled while something is on its way: the focus of a keyboard would fall off it. Asked for twice, a step comes once.
              title={next.title}
              onClick={() => lead.mutate({ stepId: next.id })}
            >
              {t("workshop.next")}
            </Button>
          )}
          <EndWorkshop journeyId={journeyId} />
        </span>
      </div>
      {failed && <Notice problem>{failed.message}</Notice>}
    </div>
  );
}

function BringTools({
  brought,
  onBring,
}: {
  readonly brought: WorkshopState["brought"];
  readonly onBring: (bring: WorkshopLead["bring"]) => void;
}) {
  const { t } = useTranslation();
  const { presence } = useSession();
  const bring = (hold: boolean): void => {
    const sight = presence.sight();
    if (sight) onBring({ ...sight, hold });
  };
  return (
    <>
      <Tool label={t("workshop.bring")} onClick={() => bring(false)}>
        <Focus aria-hidden="true" />
      </Tool>
      {brought?.hold ? (
        <Tool label={t("workshop.letGo")} onClick={() => onBring(null)}>
          <LockOpen aria-hidden="true" />
        </Tool>
      ) : (
        <Tool label={t("workshop.hold")} onClick={() => bring(true)}>
          <Lock aria-hidden="true" />
        </Tool>
      )}
    </>
  );
}

function EndWorkshop({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  if (asks) return <AreYouSure journeyId={journeyId} onNo={() => setAsks(false)} />;
  return (
    <Tool label={t("workshop.end")} onClick={() => setAsks(true)}>
      <Square aria-hidden="true" />
    </Tool>
  );
}

function AreYouSure({ journeyId, onNo }: { readonly journeyId: string; readonly onNo: () => void }) {
  const { t } = useTranslation();
  const end = useEndWorkshop(journeyId);
  const no = useTakesFocus<HTMLButtonElement>();
  return (
    <div className="lead__sure" role="group" aria-label={t("workshop.end")}>
      <p className="field__hint" role="status">
        {end.error?.message ?? t("workshop.endSure")}
      </p>
      <Button
        look="danger"
        className="button--small"
        disabled={end.isPending}
        onClick={() => end.mutate(undefined)}
      >
        {t("workshop.endYes")}
      </Button>
      <Button ref={no} look="quiet" className="button--small" onClick={onNo}>
        {t("workshop.endNo")}
      </Button>
    </div>
  );
}

export function SoundSwitch({
  on,
  onChange,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="tool"
      aria-label={t("workshop.timer.sound")}
      title={t("workshop.timer.sound")}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      {on ? <Bell aria-hidden="true" /> : <BellOff aria-hidden="true" />}
    </button>
  );
}

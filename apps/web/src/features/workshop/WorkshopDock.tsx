import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { stepThatIsOn, type AgendaStep, type KnownWorkshop, type WorkshopState } from "../../api/workshop.ts";
import { setBrought } from "../../session/broughtPlace.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { AgendaDialog } from "./AgendaDialog.tsx";
import { setChime, wantsChime } from "./chime.ts";
import { DrawSheet } from "./DrawSheet.tsx";
import { LeadTools, SoundSwitch } from "./LeadTools.tsx";
import { NotesWall } from "./NotesWall.tsx";
import { Outcome } from "./Outcome.tsx";
import { StepTimer } from "./StepTimer.tsx";
import { TeamCurve } from "./TeamCurve.tsx";
import { useWorkshop } from "./useWorkshop.ts";
import { VoteResult, VotingSheet } from "./VotingSheet.tsx";
import { WritingSheet } from "./WritingSheet.tsx";
import "./dock.css";
import "./writingAndVotes.css";
import "./teamCurve.css";

/** The workshop at the foot of the map: the step that is on, its time, and its tool for everyone. Nothing when none is on. */
export default function WorkshopDock({ journeyId }: { readonly journeyId: string }) {
  const known = useWorkshop();
  const ended = useEndTold(known);
  useBroughtAlong(known);
  const step = known?.workshop ? stepThatIsOn(known.workshop) : undefined;
  const { t } = useTranslation();
  const hasEnded = ended.isTold && !known?.workshop;
  return (
    <>
      {/* It is there before it has something to say: only then is that read aloud. */}
      <span className="visually-hidden" role="status">
        {hasEnded && t("workshop.ended")}
      </span>
      {hasEnded && <Ended journeyId={journeyId} onClose={ended.close} />}
      {known?.workshop && step && (
        <Dock key={step.id} journeyId={journeyId} known={known} workshop={known.workshop} step={step} />
      )}
    </>
  );
}

/** Tells the map where everybody was brought; who leads is free to move. */
function useBroughtAlong(known: KnownWorkshop | undefined): void {
  const brought = known?.workshop?.brought ?? null;
  const leads = known?.mayLead ?? false;
  useEffect(() => {
    setBrought(brought && !leads ? brought : null);
    return () => setBrought(null);
  }, [brought, leads]);
}

/** Says it when the workshop that one was in has ended, and that it has, until that is put away. */
function useEndTold(known: KnownWorkshop | undefined): {
  readonly isTold: boolean;
  readonly close: () => void;
} {
  const wasOn = useRef(false);
  const [isTold, setTold] = useState(false);
  const isOn = known === undefined ? undefined : known.workshop !== null;
  useEffect(() => {
    if (isOn === undefined) return;
    if (wasOn.current !== isOn) setTold(wasOn.current && !isOn);
    wasOn.current = isOn;
  }, [isOn]);
  return { isTold, close: () => setTold(false) };
}

/** The way to what came of the workshop that has just ended. */
function Ended({ journeyId, onClose }: { readonly journeyId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="dock-ended" aria-label={t("workshop.ended")}>
      <span>{t("workshop.ended")}</span>
      <Link className="button button--primary button--small" href={`/j/${journeyId}/summary`}>
        {t("summary.read")}
      </Link>
      <IconButton label={t("ui.close")} onClick={onClose}>
        <X size={18} />
      </IconButton>
    </section>
  );
}

type Props = {
  readonly journeyId: string;
  readonly known: KnownWorkshop;
  readonly workshop: WorkshopState;
  readonly step: AgendaStep;
};

function Dock({ journeyId, known, workshop, step }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const [agenda, setAgenda] = useState(false);
  const [sound, setSound] = useState(wantsChime);
  useOpenPanel("dock");
  const at = workshop.steps.findIndex(({ id }) => id === step.id) + 1;
  return (
    <section
      className="dock"
      data-leads={known.mayLead || undefined}
      data-tool={step.tool}
      aria-label={t("workshop.dock")}
    >
      <div className="dock__bar">
        <div className="dock__what">
          <span className="dock__at">
            {workshop.title} · {t("workshop.stepOf", { at, of: workshop.steps.length })}
          </span>
          <h2 className="dock__title" aria-live="polite">
            {step.title}
          </h2>
        </div>
        <StepTimer timer={workshop.timer} ahead={known.ahead} />
        <SoundSwitch
          on={sound}
          onChange={(on) => {
            setChime(on);
            setSound(on);
          }}
        />
        <IconButton
          label={t(open ? "workshop.fold" : "workshop.open")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
        </IconButton>
      </div>
      {open && (
        <div className="dock__sheet">
          {step.instruction && <p className="dock__instruction">{step.instruction}</p>}
          <StepTool journeyId={journeyId} known={known} workshop={workshop} step={step} />
        </div>
      )}
      {known.mayLead && (
        <LeadTools journeyId={journeyId} workshop={workshop} step={step} onAgenda={() => setAgenda(true)} />
      )}
      {agenda && <AgendaDialog journeyId={journeyId} workshop={workshop} onClose={() => setAgenda(false)} />}
      <Outcome workshop={workshop} step={step} />
    </section>
  );
}

function StepTool({ journeyId, known, workshop, step }: Props) {
  const tally = workshop.tallies.find(({ stepId }) => stepId === step.id);
  if (step.tool === "write" && workshop.revealed.includes(step.id))
    return (
      <NotesWall
        journeyId={journeyId}
        step={step}
        notes={workshop.notes.filter(({ stepId }) => stepId === step.id)}
        mayLead={known.mayLead}
      />
    );
  if (step.tool === "write") return <WritingSheet journeyId={journeyId} step={step} known={known} />;
  const curve = workshop.curves.find(({ stepId }) => stepId === step.id);
  if (step.tool === "draw" && curve) return <TeamCurve curve={curve} />;
  if (step.tool === "draw") return <DrawSheet journeyId={journeyId} step={step} known={known} />;
  if (step.tool === "vote" && tally)
    return <VoteResult journeyId={journeyId} step={step} tally={tally} known={known} />;
  if (step.tool === "vote") return <VotingSheet journeyId={journeyId} step={step} known={known} />;
  return null;
}

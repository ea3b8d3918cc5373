import { PencilLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  useBeginWorkshop,
  useLeadWorkshop,
  useWorkshopView,
  type AgendaStep,
  type WorkshopState,
} from "../../api/workshop.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

type Props = {
  readonly journeyId: string;
  /** The two steps are on: the walk is over. */
  readonly onWriting: () => void;
};

type Words = {
  readonly felt: string;
  readonly mend: string;
  readonly feltHow: string;
  readonly mendHow: string;
};

/** The two steps in which everybody writes what they felt and what they will mend. */
function stepsAfter(words: Words): AgendaStep[] {
  const write = {
    minutes: 5,
    tool: "write" as const,
    anonymous: true,
    dots: 3,
    voteOn: "touchpoints" as const,
    asksHuman: false,
    hear: 0,
  };
  return [
    { ...write, id: crypto.randomUUID(), title: words.felt, instruction: words.feltHow, asksFeeling: true },
    { ...write, id: crypto.randomUUID(), title: words.mend, instruction: words.mendHow, asksFeeling: false },
  ];
}

/** The agenda with two steps put in after the one that is on. */
export function withStepsAfter(
  { steps, stepId }: Pick<WorkshopState, "steps" | "stepId">,
  fresh: readonly AgendaStep[],
): AgendaStep[] {
  const at = steps.findIndex(({ id }) => id === stepId) + 1;
  return [...steps.slice(0, at), ...fresh, ...steps.slice(at)];
}

/** The end of the walk: what did we feel, and what will we mend. */
export function WalkEnd({ journeyId, onWriting }: Props) {
  const { t } = useTranslation();
  const { data } = useWorkshopView(journeyId);
  const begin = useBeginWorkshop(journeyId);
  const lead = useLeadWorkshop(journeyId);
  const error = begin.error ?? lead.error;
  const write = (): void => {
    const fresh = stepsAfter({
      felt: t("walk.felt"),
      mend: t("walk.mend"),
      feltHow: t("walk.feltHow"),
      mendHow: t("walk.mendHow"),
    });
    const workshop = data?.workshop;
    if (workshop)
      lead.mutate(
        { steps: withStepsAfter(workshop, fresh), ...(fresh[0] ? { stepId: fresh[0].id } : {}) },
        { onSuccess: onWriting },
      );
    else begin.mutate({ title: t("walk.title"), steps: fresh }, { onSuccess: onWriting });
  };
  return (
    <>
      <h2 className="walk__title">{t("walk.end")}</h2>
      <ol className="walk__questions">
        <li>{t("walk.felt")}</li>
        <li>{t("walk.mend")}</li>
      </ol>
      {data?.mayLead ? (
        <>
          <Button look="primary" icon={<PencilLine size={16} />} onClick={write}>
            {t("walk.write")}
          </Button>
          <p className="walk__more">{t("walk.writeHow")}</p>
        </>
      ) : (
        <p className="walk__more">{t("walk.waits")}</p>
      )}
      {error && <Notice problem>{error.message}</Notice>}
    </>
  );
}

import { useTranslation } from "react-i18next";
import type { AgendaStep, WorkshopState } from "../../api/workshop.ts";

type Props = {
  readonly workshop: Pick<WorkshopState, "revealed" | "tallies" | "notes">;
  readonly step: AgendaStep;
};

/** Says the reveal and the end of a vote to those who cannot see them. */
export function Outcome({ workshop, step }: Props) {
  const { t } = useTranslation();
  const isRevealed = workshop.revealed.includes(step.id);
  const isClosed = workshop.tallies.some(({ stepId }) => stepId === step.id);
  const notes = workshop.notes.filter(({ stepId }) => stepId === step.id).length;
  return (
    <span className="visually-hidden" role="status">
      {isRevealed && step.tool === "draw" && t("workshop.draw.isRevealed")}
      {isRevealed && step.tool === "write" && t("workshop.write.revealed", { count: notes })}
      {isClosed && t("workshop.vote.closed")}
    </span>
  );
}

import { StickyNote, User, Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMarkNote, type AgendaStep, type WorkshopNote } from "../../api/workshop.ts";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { putWall } from "../../session/shapeHand.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

type Props = {
  readonly journeyId: string;
  readonly step: AgendaStep;
  readonly notes: readonly WorkshopNote[];
  readonly mayLead: boolean;
};

/** The revealed notes of a step; those of the opener are sorted into what a person did and what something else did. */
export function NotesWall({ journeyId, step, notes, mayLead }: Props) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const session = useSession();
  const canEdit = useCanEdit();
  const mark = useMarkNote(journeyId);
  if (notes.length === 0) return <p className="field__hint">{t("workshop.notes.empty")}</p>;
  const human = notes.filter(({ isHuman }) => isHuman === true).length;
  return (
    <>
      {step.asksHuman && notes.some(({ isHuman }) => isHuman !== null) && (
        <p className="notes__share">{t("workshop.notes.share", { human, all: notes.length })}</p>
      )}
      {step.asksFeeling && <p className="field__hint">{t("workshop.notes.teams")}</p>}
      {canEdit && (
        <Button
          look="quiet"
          icon={<StickyNote size={16} />}
          onClick={() =>
            putWall(
              session,
              step.title,
              notes.map(({ text }) => text),
            )
          }
        >
          {t("shapes.fromWorkshop")}
        </Button>
      )}
      {mark.isError && <Notice problem>{mark.error.message}</Notice>}
      <ul className="notes" aria-label={t("workshop.notes.title")}>
        {notes.map((note) => (
          <li key={note.id} className="note" data-human={note.isHuman ?? undefined}>
            <span className="note__words">
              {note.v !== null && (
                <>
                  <FeelingSign v={note.v} />
                  <span className="visually-hidden">{feelingName(note.v)}:</span>{" "}
                </>
              )}
              {note.text}
            </span>
            {note.by !== null && <span className="note__by">{note.by}</span>}
            {step.asksHuman && (
              <HumanOrNot
                note={note}
                mayLead={mayLead}
                onMark={(isHuman) => mark.mutate({ id: note.id, isHuman })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function HumanOrNot({
  note,
  mayLead,
  onMark,
}: {
  readonly note: WorkshopNote;
  readonly mayLead: boolean;
  readonly onMark: (isHuman: boolean | null) => void;
}) {
  const { t } = useTranslation();
  const words = (isHuman: boolean) => t(isHuman ? "workshop.notes.human" : "workshop.notes.notHuman");
  if (!mayLead) return note.isHuman === null ? null : <span className="note__by">{words(note.isHuman)}</span>;
  return (
    <span className="note__tools">
      {([true, false] as const).map((isHuman) => (
        <button
          key={String(isHuman)}
          type="button"
          className="tool"
          aria-label={`${words(isHuman)}: ${note.text}`}
          title={words(isHuman)}
          aria-pressed={note.isHuman === isHuman}
          onClick={() => onMark(note.isHuman === isHuman ? null : isHuman)}
        >
          {isHuman ? <User aria-hidden="true" /> : <Wrench aria-hidden="true" />}
        </button>
      ))}
    </span>
  );
}

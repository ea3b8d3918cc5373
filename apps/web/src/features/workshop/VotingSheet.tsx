import { ListTodo, Minus, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddTask } from "../../api/tasks.ts";
import { useGiveDots, type AgendaStep, type KnownWorkshop, type WorkshopTally } from "../../api/workshop.ts";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useVotable } from "./useVotable.ts";

type Props = { readonly journeyId: string; readonly step: AgendaStep; readonly known: KnownWorkshop };

/** A vote that is open: one's own dots, and of the others' only how many have voted. */
export function VotingSheet({ journeyId, step, known }: Props) {
  const { t } = useTranslation();
  const things = useVotable(step, known.workshop?.notes ?? []);
  const give = useGiveDots(journeyId);
  const mine = new Map(
    known.own.dots.filter(({ stepId }) => stepId === step.id).map(({ thing, dots }) => [thing, dots]),
  );
  const left = step.dots - [...mine.values()].reduce((sum, dots) => sum + dots, 0);
  const set = (thing: string, dots: number): void => give.mutate({ stepId: step.id, thing, dots });
  return (
    <div className="voting">
      <p className="voting__left" role="status">
        {known.mayVote
          ? left > 0
            ? t("workshop.vote.left", { count: left })
            : t("workshop.vote.none")
          : t("workshop.vote.notHere")}
        {known.mayVote && <Dots filled={step.dots - left} of={step.dots} />}
      </p>
      <p className="field__hint">
        {t("workshop.vote.count", { count: known.workshop?.counts.voters ?? 0 })} ·{" "}
        {t("workshop.vote.secret")}
      </p>
      {give.isError && <Notice problem>{give.error.message}</Notice>}
      {things.length === 0 && <p className="field__hint">{t("workshop.vote.empty")}</p>}
      <ul className="ballot" aria-label={t(`workshop.voteOn.${step.voteOn}`)}>
        {things.map(({ thing, name }) => {
          const dots = mine.get(thing) ?? 0;
          return (
            <li key={thing} className="ballot__row">
              <span className="ballot__name">{name}</span>
              {known.mayVote && (
                <span className="ballot__tools">
                  {/* Not disabled while a dot is on its way: the focus of a keyboard would fall off. Sent twice, it counts once. */}
                  <Tool
                    label={t("workshop.vote.takeBack", { thing: name })}
                    disabled={dots === 0}
                    onClick={() => set(thing, dots - 1)}
                  >
                    <Minus aria-hidden="true" />
                  </Tool>
                  <span className="ballot__dots" aria-label={t("workshop.vote.given", { count: dots })}>
                    {dots}
                  </span>
                  <Tool
                    label={t("workshop.vote.add", { thing: name })}
                    disabled={left === 0}
                    onClick={() => set(thing, dots + 1)}
                  >
                    <Plus aria-hidden="true" />
                  </Tool>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Dots({ filled, of }: { readonly filled: number; readonly of: number }) {
  return (
    <span className="dots" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <span key={i} className="dots__one" data-filled={i < filled || undefined} />
      ))}
    </span>
  );
}

/** A closed vote: most dots first; ties are said. */
export function VoteResult({
  journeyId,
  step,
  tally,
  known,
}: {
  readonly journeyId: string;
  readonly step: AgendaStep;
  readonly tally: WorkshopTally;
  readonly known: KnownWorkshop;
}) {
  const { t } = useTranslation();
  const names = new Map(
    useVotable(step, known.workshop?.notes ?? []).map(({ thing, name }) => [thing, name]),
  );
  const most = tally.results[0]?.dots ?? 1;
  const isTie = (rank: number): boolean => tally.results.filter((one) => one.rank === rank).length > 1;
  return (
    <div className="voting">
      <p className="voting__left">
        {t("workshop.vote.closed")} · {t("workshop.vote.voters", { count: tally.voters })}
      </p>
      {tally.results.length === 0 && <p className="field__hint">{t("workshop.vote.nobody")}</p>}
      <ol className="ballot">
        {tally.results.map(({ thing, dots, rank, by }) => (
          <li key={thing} className="ballot__row ballot__row--result">
            <span className="ballot__rank">{rank}.</span>
            <span className="ballot__name">
              {names.get(thing) ?? t("workshop.vote.gone")}
              {by && <span className="note__by">{by.join(", ")}</span>}
              <span className="ballot__bar" style={{ width: `${(dots / most) * 100}%` }} aria-hidden="true" />
            </span>
            <span className="ballot__sum">
              {t("workshop.vote.dots", { count: dots })}
              {isTie(rank) && ` · ${t("workshop.vote.tie")}`}
            </span>
            {known.mayVote && names.has(thing) && (
              <MakeTask journeyId={journeyId} thing={thing} text={names.get(thing) ?? ""} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Puts what was voted for among the tasks; pressed again it is still one. */
function MakeTask({
  journeyId,
  thing,
  text,
}: {
  readonly journeyId: string;
  readonly thing: string;
  readonly text: string;
}) {
  const { t } = useTranslation();
  const [id] = useState<string>(() => crypto.randomUUID());
  const add = useAddTask(journeyId);
  const make = (): void =>
    add.mutate(
      {
        id,
        thing: thing.startsWith("touchpoint:") ? thing : "journey",
        text,
      },
      {
        onSuccess: () => tell(t("tasks.made", { text })),
        onError: (error) => tell(error.message, "problem"),
      },
    );
  return (
    <Tool label={`${t("tasks.make")}: ${text}`} onClick={make}>
      <ListTodo aria-hidden="true" />
    </Tool>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { tasksKey, useChangeTask, useRemoveTask, useTasks, type Task } from "../../api/tasks.ts";
import { thingKey } from "../../session/attention.ts";
import { useAttention, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useCameBack } from "../../session/useCameBack.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { commentable, nameOf } from "./commentedThing.ts";
import { TaskForm } from "./TaskForm.tsx";
import { ThingPlace } from "./ThingPlace.tsx";

/** What was agreed to be done about the journey: who, and by when. */
export function TaskList({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  useLiveTasks(journeyId);
  const { data, error } = useTasks(journeyId);
  const [writes, setWrites] = useState(false);
  const selected = commentable(useAttention((attention) => attention.selected));
  const name = useJourney((view) => (selected ? nameOf(selected, view, t) : null));
  const thing = selected && name !== null ? thingKey(selected) : "journey";
  return (
    <>
      {error && <Notice problem>{error.message}</Notice>}
      {data?.mayAdd &&
        (writes ? (
          <TaskForm key={thing} journeyId={journeyId} thing={thing} onClose={() => setWrites(false)} />
        ) : (
          <Button className="button--small" icon={<Plus size={15} />} onClick={() => setWrites(true)}>
            {name === null ? t("tasks.add") : t("tasks.addOn", { thing: name })}
          </Button>
        ))}
      {data?.items.length === 0 && (
        <div className="comments__none">
          <p>{t("tasks.none")}</p>
          <p className="field__hint">{t("tasks.noneHelp")}</p>
        </div>
      )}
      <ul className="comments__threads" aria-label={t("comments.show.tasks")}>
        {data?.items.map((task) => (
          <TaskRow key={task.id} journeyId={journeyId} task={task} mayDo={data.mayAdd} />
        ))}
      </ul>
    </>
  );
}

/** Asks anew when the room hears that there are other tasks, and when this window was away. */
function useLiveTasks(journeyId: string): void {
  const client = useQueryClient();
  const { onMessage } = useSession();
  const askAnew = useCallback(
    () => void client.invalidateQueries({ queryKey: tasksKey(journeyId) }),
    [client, journeyId],
  );
  useEffect(() => {
    // While the list was closed nobody listened.
    askAnew();
    return onMessage(({ t: told }) => {
      if (told === "tasks") askAnew();
    });
  }, [askAnew, onMessage]);
  useCameBack(askAnew);
}

/** Whether a day (YYYY-MM-DD) has passed where this window is. */
export function isOverdue(dueOn: string | null, now: Date): boolean {
  if (dueOn === null) return false;
  const two = (n: number): string => String(n).padStart(2, "0");
  return dueOn < `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

type RowProps = { readonly journeyId: string; readonly task: Task; readonly mayDo: boolean };

function TaskRow({ journeyId, task, mayDo }: RowProps) {
  const { t, i18n } = useTranslation();
  const change = useChangeTask(journeyId);
  const remove = useRemoveTask(journeyId);
  const [now] = useState(() => new Date());
  const failed = change.error ?? remove.error;
  const isDone = task.done !== null;
  const day =
    task.dueOn && new Date(`${task.dueOn}T12:00`).toLocaleDateString(i18n.language, { dateStyle: "medium" });
  const late = !isDone && isOverdue(task.dueOn, now);
  return (
    <li className="task" data-done={isDone || undefined}>
      <ThingPlace thing={task.thing} />
      <div className="task__line">
        <label className="task__what">
          <input
            type="checkbox"
            // At once as it was pressed; what the server says comes after.
            checked={change.isPending ? (change.variables.done ?? isDone) : isDone}
            disabled={!mayDo}
            onChange={(event) => change.mutate({ id: task.id, done: event.target.checked })}
          />
          <span>{task.text}</span>
        </label>
        {task.mayChange && (
          <Tool label={t("tasks.remove", { text: task.text })} onClick={() => remove.mutate(task.id)}>
            <Trash2 size={15} aria-hidden="true" />
          </Tool>
        )}
      </div>
      <p className="task__who" data-late={late || undefined}>
        {task.owner ?? t("tasks.nobody")}
        {day && ` · ${t(late ? "tasks.late" : "tasks.by", { day })}`}
        {task.done && ` · ${t("tasks.doneBy", { name: task.done.by })}`}
      </p>
      {failed && <Notice problem>{failed.message}</Notice>}
    </li>
  );
}

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangeTask, useRemoveTask, type Task } from "../../api/tasks.ts";
import { localDay } from "../../ui/localDay.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { ThingPlace } from "./ThingPlace.tsx";

/** Whether a day (YYYY-MM-DD) has passed where this window is. */
export function isOverdue(dueOn: string | null, now: Date): boolean {
  return dueOn !== null && dueOn < localDay(now);
}

type Props = {
  readonly journeyId: string;
  readonly task: Task;
  readonly mayDo: boolean;
  /** Says what the task is about, where that is not plain from where it stands. */
  readonly showsPlace?: boolean;
};

/** A task: done or not, who, by when. */
export function TaskRow({ journeyId, task, mayDo, showsPlace = false }: Props) {
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
      {showsPlace && <ThingPlace thing={task.thing} />}
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

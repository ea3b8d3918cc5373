import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { tasksKey, useTasks } from "../../api/tasks.ts";
import { thingKey } from "../../session/attention.ts";
import { useAttention, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useCameBack } from "../../session/useCameBack.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { commentable, nameOf } from "./commentedThing.ts";
import { TaskForm } from "./TaskForm.tsx";
import { TaskRow } from "./TaskRow.tsx";

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
          <TaskRow key={task.id} journeyId={journeyId} task={task} mayDo={data.mayAdd} showsPlace />
        ))}
      </ul>
    </>
  );
}

/** Asks anew when the room hears that there are other tasks, and when this window was away. */
export function useLiveTasks(journeyId: string): void {
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

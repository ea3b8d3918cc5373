import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTasks } from "../../api/tasks.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Group } from "../../ui/Group.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { useLiveTasks } from "./TaskList.tsx";
import { TaskRow } from "./TaskRow.tsx";
import "./comments.css";

type Props = { readonly touchpointId: string };

/** What somebody will do about one touchpoint, beside what is known of it; asked for when it is opened. */
export function TouchpointTasks({ touchpointId }: Props) {
  const { t } = useTranslation();
  return (
    <Group name="tasks" title={t("comments.show.tasks")}>
      <Tasks touchpointId={touchpointId} />
    </Group>
  );
}

function Tasks({ touchpointId }: Props) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  useLiveTasks(journeyId);
  const { data, error } = useTasks(journeyId);
  const [writes, setWrites] = useState(false);
  const thing = `touchpoint:${touchpointId}`;
  const here = data?.items.filter((task) => task.thing === thing) ?? [];
  return (
    <>
      {error && <Notice problem>{error.message}</Notice>}
      {here.length > 0 && (
        <ul className="comments__threads" aria-label={t("comments.show.tasks")}>
          {here.map((task) => (
            <TaskRow key={task.id} journeyId={journeyId} task={task} mayDo={data?.mayAdd === true} />
          ))}
        </ul>
      )}
      {data && here.length === 0 && !writes && <p className="field__hint">{t("tasks.none")}</p>}
      {writes && <TaskForm journeyId={journeyId} thing={thing} onClose={() => setWrites(false)} />}
      {data?.mayAdd && !writes && (
        <Button className="button--small" icon={<Plus size={15} />} onClick={() => setWrites(true)}>
          {t("tasks.add")}
        </Button>
      )}
    </>
  );
}

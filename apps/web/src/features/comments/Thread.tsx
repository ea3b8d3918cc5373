import { Check, ListTodo, ParkingSquare, RotateCcw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  useAddComment,
  useChangeComment,
  useRemoveComment,
  type CommentThread,
  type Remark,
} from "../../api/comments.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CommentField } from "./CommentField.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { ThingPlace } from "./ThingPlace.tsx";

type Props = { readonly journeyId: string; readonly thread: CommentThread; readonly mayComment: boolean };

/** One thread: what it is about, what was said, and what can be done with it. */
export function Thread({ journeyId, thread, mayComment }: Props) {
  const { t } = useTranslation();
  const [writes, setWrites] = useState<"answer" | "task" | null>(null);
  const add = useAddComment(journeyId);
  const change = useChangeComment(journeyId);
  const [first] = thread.remarks;
  if (!first) return null;
  const mayResolve = first.mayChange || first.mayRemove;
  return (
    <li className="thread" data-resolved={thread.resolved ? true : undefined}>
      <ThingPlace thing={thread.thing} />
      <ul className="thread__remarks">
        {thread.remarks.map((remark, i) => (
          <RemarkRow key={remark.id} journeyId={journeyId} remark={remark} begins={i === 0} />
        ))}
      </ul>
      {thread.resolved && (
        <p className="field__hint">{t("comments.resolvedBy", { name: thread.resolved.by })}</p>
      )}
      {writes === "task" && (
        <TaskForm
          journeyId={journeyId}
          thing={thread.thing}
          commentId={thread.id}
          words={first.text}
          onClose={() => setWrites(null)}
        />
      )}
      {writes === "answer" && (
        <CommentField
          label={t("comments.answerTo", { name: first.by.name })}
          send={t("comments.sendAnswer")}
          onCancel={() => setWrites(null)}
          onSend={(id, text) =>
            add.mutateAsync({ id, threadId: thread.id, text }).then(() => setWrites(null))
          }
        />
      )}
      {mayComment && writes === null && (
        <div className="thread__deeds">
          <Button look="quiet" className="button--small" onClick={() => setWrites("answer")}>
            {t("comments.answer")}
          </Button>
          {mayResolve && (
            <Button
              look="quiet"
              className="button--small"
              icon={thread.resolved ? <RotateCcw size={14} /> : <Check size={14} />}
              disabled={change.isPending}
              onClick={() => change.mutate({ id: thread.id, resolved: !thread.resolved })}
            >
              {t(thread.resolved ? "comments.reopen" : "comments.resolve")}
            </Button>
          )}
          {mayResolve && !thread.resolved && (
            <Button
              look="quiet"
              className="button--small"
              icon={<ParkingSquare size={14} />}
              disabled={change.isPending}
              onClick={() => change.mutate({ id: thread.id, parked: !thread.parked })}
            >
              {t(thread.parked ? "comments.unpark" : "comments.park")}
            </Button>
          )}
          <Button
            look="quiet"
            className="button--small"
            icon={<ListTodo size={14} />}
            onClick={() => setWrites("task")}
          >
            {t("tasks.make")}
          </Button>
        </div>
      )}
      {change.isError && <Notice problem>{change.error.message}</Notice>}
    </li>
  );
}

type RemarkProps = { readonly journeyId: string; readonly remark: Remark; readonly begins: boolean };

function RemarkRow({ journeyId, remark, begins }: RemarkProps) {
  const { t, i18n } = useTranslation();
  const [writes, setWrites] = useState(false);
  const change = useChangeComment(journeyId);
  const remove = useRemoveComment(journeyId);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="remark" data-calls={(remark.mentionsMe && !remark.seen) || undefined}>
      <p className="remark__head">
        <strong>{remark.by.name}</strong> <time dateTime={remark.at}>{when.format(new Date(remark.at))}</time>
        {remark.editedAt && ` · ${t("comments.edited")}`}
        {remark.mentionsMe && <span className="chip">{t("comments.callsYou")}</span>}
      </p>
      {writes ? (
        <CommentField
          label={t("comments.change")}
          send={t("comments.keep")}
          words={remark.text}
          onCancel={() => setWrites(false)}
          onSend={(_id, text) => change.mutateAsync({ id: remark.id, text }).then(() => setWrites(false))}
        />
      ) : (
        <p className="remark__words">{withCalls(remark.text)}</p>
      )}
      {!writes && (remark.mayChange || remark.mayRemove) && (
        <p className="remark__deeds">
          {remark.mayChange && (
            <button type="button" className="link" onClick={() => setWrites(true)}>
              {t("comments.change")}
            </button>
          )}
          {remark.mayRemove && (
            <button type="button" className="link" onClick={() => remove.mutate(remark.id)}>
              {t(begins ? "comments.removeThread" : "comments.remove")}
            </button>
          )}
        </p>
      )}
      {remove.isError && <Notice problem>{remove.error.message}</Notice>}
    </li>
  );
}

/** The words, with `@name` standing out. */
function withCalls(text: string): ReactNode[] {
  return text.split(/((?<![\p{L}\p{N}])@[\p{L}\p{N}]+)/u).map((part, i) =>
    i % 2 === 1 ? (
      <strong key={i} className="remark__call">
        {part}
      </strong>
    ) : (
      part
    ),
  );
}

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useAddComment,
  useComments,
  useSawMentions,
  type CommentList,
  type CommentThread,
} from "../../api/comments.ts";
import { thingKey } from "../../session/attention.ts";
import { useAttention, useConnection, useJourney } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { CommentField } from "./CommentField.tsx";
import { commentable, nameOf } from "./commentedThing.ts";
import { TaskList } from "./TaskList.tsx";
import { Thread } from "./Thread.tsx";
import "./comments.css";

const SHOWN = ["open", "parked", "resolved", "tasks"] as const;
type Shelf = Exclude<(typeof SHOWN)[number], "tasks">;

/** On which shelf a thread stands: what is resolved is that, parked or not. */
function shelfOf({ resolved, parked }: Pick<CommentThread, "resolved" | "parked">): Shelf {
  if (resolved !== null) return "resolved";
  return parked ? "parked" : "open";
}

const NONE = {
  open: "comments.none",
  parked: "comments.noneParked",
  resolved: "comments.noneResolved",
} as const;

type Props = { readonly journeyId: string; readonly onClose: () => void };

/** All comments of the journey, and where a new one is written: on what is selected, or on the whole. */
export default function CommentsPanel({ journeyId, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useComments(journeyId);
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("open");
  const isOffline = useConnection().state === "offline";
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  useSeen(journeyId);
  return (
    <aside className="comments" ref={panel} aria-label={t("comments.title")}>
      <div className="comments__head">
        <h2>{t("comments.title")}</h2>
        <IconButton label={t("comments.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      {isOffline && <Notice>{t("comments.offline")}</Notice>}
      {error && !isOffline && <Notice problem>{error.message}</Notice>}
      {data?.mayComment && shown !== "tasks" && <NewThread journeyId={journeyId} />}
      <div className="comments__which" role="group" aria-label={t("comments.which")}>
        {SHOWN.map((one) => (
          <button
            key={one}
            type="button"
            className="comments__choice"
            aria-pressed={shown === one}
            onClick={() => setShown(one)}
          >
            {t(`comments.show.${one}`)}
          </button>
        ))}
      </div>
      {shown === "tasks" ? (
        <TaskList journeyId={journeyId} />
      ) : (
        data && <Threads journeyId={journeyId} list={data} shown={shown} />
      )}
    </aside>
  );
}

type ThreadsProps = {
  readonly journeyId: string;
  readonly list: CommentList;
  readonly shown: Shelf;
};

function Threads({ journeyId, list, shown }: ThreadsProps) {
  const { t } = useTranslation();
  const threads = list.items.filter((thread) => shelfOf(thread) === shown);
  return (
    <>
      {threads.length === 0 && (
        <div className="comments__none">
          <p>{t(NONE[shown])}</p>
          {shown === "open" && list.mayComment && <p className="field__hint">{t("comments.noneHelp")}</p>}
        </div>
      )}
      <ul className="comments__threads" aria-label={t(`comments.show.${shown}`)}>
        {threads.map((thread) => (
          <Thread key={thread.id} journeyId={journeyId} thread={thread} mayComment={list.mayComment} />
        ))}
      </ul>
    </>
  );
}

/** What calls this person is seen a moment after the panel was opened. */
function useSeen(journeyId: string): void {
  const { data } = useComments(journeyId);
  const { mutate } = useSawMentions(journeyId);
  const isCalled = data?.items.some(({ remarks }) => remarks.some(({ seen }) => !seen)) ?? false;
  useEffect(() => {
    if (!isCalled) return;
    const later = setTimeout(() => mutate(undefined), 2_500);
    return () => clearTimeout(later);
  }, [isCalled, mutate]);
}

function NewThread({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const add = useAddComment(journeyId);
  const selected = commentable(useAttention((attention) => attention.selected));
  const name = useJourney((view) => (selected ? nameOf(selected, view, t) : null));
  return (
    <CommentField
      label={name === null ? t("comments.onJourney") : t("comments.on", { thing: name })}
      send={t("comments.send")}
      onSend={async (id, text) => {
        const thing = selected && name !== null ? thingKey(selected) : "journey";
        await add.mutateAsync({ id, thing, text });
      }}
    />
  );
}

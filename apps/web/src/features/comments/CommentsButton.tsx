import { MessageCircle } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { commentsKey, useComments } from "../../api/comments.ts";
import { setOpenComments } from "../../session/openComments.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { useCameBack } from "../../session/useCameBack.ts";
import { IconButton } from "../../ui/Button.tsx";
import "./comments.css";

type Props = { readonly journeyId: string; readonly isOpen: boolean; readonly onPress: () => void };

/** Opens the comments, and says how many call this person. While it is there the cards know how many hang on them. */
export default function CommentsButton({ journeyId, isOpen, onPress }: Props) {
  const { t } = useTranslation();
  useLiveComments(journeyId);
  const { data } = useComments(journeyId);
  const called =
    data?.items.flatMap(({ resolved, remarks }) => (resolved ? [] : remarks.filter(({ seen }) => !seen)))
      .length ?? 0;
  return (
    <span className="comments-button">
      <IconButton
        label={called > 0 ? t("comments.openCalled", { count: called }) : t("comments.open")}
        aria-pressed={isOpen}
        onClick={onPress}
      >
        <MessageCircle size={18} />
      </IconButton>
      {called > 0 && (
        <span className="comments-button__count" aria-hidden="true">
          {called}
        </span>
      )}
    </span>
  );
}

function useLiveComments(journeyId: string): void {
  const client = useQueryClient();
  const { onMessage } = useSession();
  const { data } = useComments(journeyId);
  const askAnew = useCallback(
    () => void client.invalidateQueries({ queryKey: commentsKey(journeyId) }),
    [client, journeyId],
  );
  useEffect(
    () =>
      onMessage(({ t: told }) => {
        if (told === "comments") askAnew();
      }),
    [askAnew, onMessage],
  );
  useCameBack(askAnew);
  useEffect(() => {
    const counts = new Map<string, number>();
    for (const { thing, resolved, parked } of data?.items ?? []) {
      if (!resolved && !parked) counts.set(thing, (counts.get(thing) ?? 0) + 1);
    }
    setOpenComments(counts);
    return () => setOpenComments(new Map());
  }, [data]);
}

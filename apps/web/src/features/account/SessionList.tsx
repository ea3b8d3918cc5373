import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type SessionEntry, useEndOtherSessions, useEndSession, useSessions } from "../../api/account.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { browserName } from "./browserName.ts";

/** The browsers in which one is signed in; each can be signed out from here. */
export function SessionList() {
  const { t } = useTranslation();
  const sessions = useSessions();
  const endOthers = useEndOtherSessions();
  if (sessions.isError) return <Notice problem>{sessions.error.message}</Notice>;
  const items = sessions.data ?? [];
  return (
    <>
      <ul className="account__list">
        {items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {items.length > 1 && (
        <Button
          disabled={endOthers.isPending}
          onClick={() =>
            endOthers.mutate(undefined, {
              onSuccess: ({ ended }) => tell(t("account.sessions.ended", { count: ended })),
            })
          }
        >
          {t("account.sessions.endOthers")}
        </Button>
      )}
    </>
  );
}

function SessionRow({ session }: { readonly session: SessionEntry }) {
  const { t, i18n } = useTranslation();
  const end = useEndSession();
  const name = browserName(session.browser);
  const say = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
  const known = name ? t("account.sessions.on", name) : t("account.sessions.unknown");
  return (
    <li>
      <span className="account__who">
        <strong>{session.current ? `${t("account.sessions.here")} · ${known}` : known}</strong>
        <span>{t("account.sessions.since", { since: say(session.since), seen: say(session.seenAt) })}</span>
      </span>
      {!session.current && (
        <IconButton
          label={t("account.sessions.end")}
          disabled={end.isPending}
          onClick={() => end.mutate(session.id)}
        >
          <LogOut size={16} />
        </IconButton>
      )}
    </li>
  );
}

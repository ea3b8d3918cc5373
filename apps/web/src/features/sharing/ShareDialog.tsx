import { Link2, Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLinks, useMakeLink, useRevokeLink, type ShareLink } from "../../api/journeys.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Checkbox, Field, SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AccessList } from "./AccessList.tsx";
import { FreshLink } from "./FreshLink.tsx";
import { ParticipantLinks } from "./ParticipantLinks.tsx";
import "./sharing.css";

const ROLES = ["editor", "participant", "commenter", "viewer"] as const;
const LASTS = ["day", "week", "month", "never"] as const;
const DAYS: Readonly<Record<(typeof LASTS)[number], number | null>> = {
  day: 1,
  week: 7,
  month: 30,
  never: null,
};

function endOf(lasts: (typeof LASTS)[number]): string | undefined {
  const days = DAYS[lasts];
  return days === null ? undefined : new Date(Date.now() + days * 86_400_000).toISOString();
}

/** Links by which others come in with only a name. A link's secret is shown once, when it is made: the server keeps only its hash. */
export default function ShareDialog({
  journeyId,
  onClose,
}: {
  readonly journeyId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("share.title")} onClose={onClose}>
      <MakeLink journeyId={journeyId} />
      <LinkList journeyId={journeyId} />
      <ParticipantLinks journeyId={journeyId} />
      <AccessList journeyId={journeyId} />
    </Dialog>
  );
}

function MakeLink({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const make = useMakeLink(journeyId);
  const [role, setRole] = useState<(typeof ROLES)[number]>("editor");
  const [lasts, setLasts] = useState<(typeof LASTS)[number]>("week");
  const [password, setPassword] = useState("");
  const [lobby, setLobby] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const expiresAt = endOf(lasts);
    make.mutate({ role, lobby, ...(expiresAt ? { expiresAt } : {}), ...(password ? { password } : {}) });
  };
  return (
    <form className="share__make" onSubmit={submit}>
      <div className="share__choices">
        <SelectField
          label={t("share.role")}
          value={role}
          options={ROLES.map((value) => ({ value, label: t(`share.roles.${value}`) }))}
          onChange={setRole}
        />
        <SelectField
          label={t("share.lasts")}
          value={lasts}
          options={LASTS.map((value) => ({ value, label: t(`share.last.${value}`) }))}
          onChange={setLasts}
        />
        <Field label={t("share.password")}>
          {(id) => (
            <input
              id={id}
              className="input"
              autoComplete="off"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Checkbox label={t("room.lobby")} checked={lobby} onChange={setLobby} />
      <Button look="primary" type="submit" icon={<Link2 size={16} />} disabled={make.isPending}>
        {t("share.make")}
      </Button>
      {make.isError && <Notice problem>{make.error.message}</Notice>}
      {make.data && <FreshLink url={make.data.url} />}
    </form>
  );
}

function LinkList({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const links = useLinks(journeyId);
  if (links.isError) return <Notice problem>{links.error.message}</Notice>;
  const live = links.data?.filter(({ state }) => state === "live") ?? [];
  if (live.length === 0) return <p className="field__hint">{t("share.noLinks")}</p>;
  return (
    <ul className="share__links" aria-label={t("share.links")}>
      {live.map((link) => (
        <LinkRow key={link.id} journeyId={journeyId} link={link} />
      ))}
    </ul>
  );
}

function LinkRow({ journeyId, link }: { readonly journeyId: string; readonly link: ShareLink }) {
  const { t, i18n } = useTranslation();
  const revoke = useRevokeLink(journeyId);
  const until =
    link.expiresAt &&
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" }).format(
      new Date(link.expiresAt),
    );
  const known = ROLES.find((one) => one === link.role);
  const role = known ? t(`share.roles.${known}`) : link.role;
  return (
    <li>
      <span>
        <strong>{role}</strong> · {until ? t("share.until", { when: until }) : t("share.last.never")}
        {link.lobby && ` · ${t("room.withLobby")}`}
        {link.hasPassword && ` · ${t("share.locked")}`} · {t("account.access.uses", { count: link.uses })}
      </span>
      <IconButton
        label={t("share.revoke")}
        disabled={revoke.isPending}
        onClick={() => revoke.mutate(link.id)}
      >
        <Trash2 size={16} />
      </IconButton>
    </li>
  );
}

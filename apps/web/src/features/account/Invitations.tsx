import { type MemberRole, memberRoles } from "@polku/protocol";
import { Copy, MailPlus, Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { type InvitationEntry, useInvitations, useInvite, useWithdrawInvitation } from "../../api/account.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { TextField } from "./TextField.tsx";

/** Inviting somebody to work here. The address of an invitation is shown once, when it is made: the server keeps only its hash. */
export function Invitations() {
  const { t } = useTranslation();
  const invite = useInvite();
  const [role, setRole] = useState<MemberRole>("editor");
  const [email, setEmail] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = email.trim();
    invite.mutate({ role, ...(wanted ? { email: wanted } : {}) }, { onSuccess: () => setEmail("") });
  };
  return (
    <>
      <form className="account__form" onSubmit={submit}>
        <SelectField
          label={t("account.invitations.role")}
          value={role}
          options={memberRoles.map((value) => ({
            value,
            label: t(`account.roles.${value}`),
          }))}
          onChange={setRole}
        />
        <p className="field__hint">{t(`account.roleHelp.${role}`)}</p>
        <TextField
          label={t("account.invitations.email")}
          hint={t("account.invitations.emailHelp")}
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
        />
        {invite.isError && <Notice problem>{invite.error.message}</Notice>}
        <Button type="submit" icon={<MailPlus size={16} />} disabled={invite.isPending}>
          {t("account.invitations.make")}
        </Button>
      </form>
      {invite.data && <FreshInvitation url={invite.data.url} />}
      <OpenInvitations />
    </>
  );
}

function FreshInvitation({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      tell(t("account.invitations.copied"));
    } catch {
      tell(t("account.invitations.copyFailed"), "problem");
    }
  };
  return (
    <div className="account__fresh">
      <input
        className="input"
        readOnly
        value={url}
        aria-label={t("account.invitations.link")}
        onFocus={(event) => event.target.select()}
      />
      <Button icon={<Copy size={16} />} onClick={() => void copy()}>
        {t("account.invitations.copy")}
      </Button>
      <p className="field__hint">{t("account.invitations.once")}</p>
    </div>
  );
}

function OpenInvitations() {
  const { t } = useTranslation();
  const invitations = useInvitations();
  if (invitations.isError) return <Notice problem>{invitations.error.message}</Notice>;
  const items = invitations.data ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t("account.invitations.open")}</h3>
      <ul className="account__list">
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </>
  );
}

function InvitationRow({ invitation }: { readonly invitation: InvitationEntry }) {
  const { t, i18n } = useTranslation();
  const withdraw = useWithdrawInvitation();
  const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(
    new Date(invitation.expiresAt),
  );
  return (
    <li>
      <span className="account__who">
        <strong>{invitation.email ?? t("account.invitations.anybody")}</strong>
        <span>{t("account.invitations.until", { role: t(`account.roles.${invitation.role}`), until })}</span>
      </span>
      <IconButton
        label={t("account.invitations.withdraw")}
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate(invitation.id)}
      >
        <Trash2 size={16} />
      </IconButton>
    </li>
  );
}

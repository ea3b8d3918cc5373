import { memberRoles } from "@polku/protocol";
import { PauseCircle, PlayCircle, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type MemberEntry,
  useChangeMember,
  useMembers,
  useRemoveMember,
  useTurnMemberFactorOff,
} from "../../api/account.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";

/** Who works here, and with which role; changes hold at once, in open windows too. */
export function MemberList() {
  const { t } = useTranslation();
  const members = useMembers();
  if (members.isError) return <Notice problem>{members.error.message}</Notice>;
  const items = members.data ?? [];
  if (members.data && items.length === 0) return <p className="field__hint">{t("account.members.none")}</p>;
  return (
    <ul className="account__list">
      {items.map((member) => (
        <MemberRow key={member.id} member={member} />
      ))}
    </ul>
  );
}

function MemberRow({ member }: { readonly member: MemberEntry }) {
  const { t, i18n } = useTranslation();
  const change = useChangeMember();
  const [helping, setHelping] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { id, name, email, role, suspended } = member;
  const since = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(
    new Date(member.joinedAt),
  );
  return (
    <li>
      <span className="account__who">
        <strong>
          {name} {suspended && <span className="chip">{t("account.members.suspended")}</span>}
        </strong>
        <span>{[email, t("account.members.since", { since })].filter(Boolean).join(" · ")}</span>
        {change.isError && <Notice problem>{change.error.message}</Notice>}
      </span>
      <span className="account__deeds">
        <select
          className="input account__role"
          aria-label={t("account.members.role", { name })}
          value={role}
          disabled={change.isPending}
          onChange={(event) => {
            const chosen = memberRoles.find((one) => one === event.target.value);
            if (chosen) change.mutate({ id, role: chosen });
          }}
        >
          {memberRoles.map((one) => (
            <option key={one} value={one}>
              {t(`account.roles.${one}`)}
            </option>
          ))}
        </select>
        <IconButton
          label={t(suspended ? "account.members.resume" : "account.members.suspend", { name })}
          disabled={change.isPending}
          onClick={() => change.mutate({ id, suspended: !suspended })}
        >
          {suspended ? <PlayCircle size={16} /> : <PauseCircle size={16} />}
        </IconButton>
        {member.secondFactor && (
          <IconButton label={t("account.factor.helpMember", { name })} onClick={() => setHelping(true)}>
            <RotateCcw size={16} />
          </IconButton>
        )}
        <IconButton label={t("account.members.remove", { name })} onClick={() => setRemoving(true)}>
          <Trash2 size={16} />
        </IconButton>
      </span>
      {helping && <FactorDialog member={member} onClose={() => setHelping(false)} />}
      {removing && <RemoveDialog member={member} onClose={() => setRemoving(false)} />}
    </li>
  );
}

/** Says what ends and what stays before somebody is removed. */
function RemoveDialog({ member, onClose }: { readonly member: MemberEntry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveMember();
  const { id, name } = member;
  const go = (): void =>
    remove.mutate(id, {
      onSuccess: () => {
        tell(t("account.members.removed", { name }));
        onClose();
      },
    });
  return (
    <Dialog title={t("account.members.removeTitle", { name })} onClose={onClose}>
      <div className="account__form">
        <p>{t("account.members.removeSays")}</p>
        {remove.isError && <Notice problem>{remove.error.message}</Notice>}
        <div className="account__buttons">
          <Button look="danger" disabled={remove.isPending} onClick={go}>
            {t("account.members.removeGo")}
          </Button>
          <Button onClick={onClose}>{t("account.members.keep")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Says what it means before the second factor of somebody who has lost it is turned off. */
function FactorDialog({ member, onClose }: { readonly member: MemberEntry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const turnOff = useTurnMemberFactorOff();
  const { id, name } = member;
  const go = (): void =>
    turnOff.mutate(id, {
      onSuccess: () => {
        tell(t("account.factor.memberHelped", { name }));
        onClose();
      },
    });
  return (
    <Dialog title={t("account.factor.helpMember", { name })} onClose={onClose}>
      <div className="account__form">
        <p>{t("account.factor.helpSays")}</p>
        {turnOff.isError && <Notice problem>{turnOff.error.message}</Notice>}
        <div className="account__buttons">
          <Button look="danger" disabled={turnOff.isPending} onClick={go}>
            {t("account.factor.off")}
          </Button>
          <Button onClick={onClose}>{t("account.members.keep")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

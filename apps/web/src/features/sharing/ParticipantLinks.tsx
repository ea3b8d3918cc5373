import { Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  useMakeParticipantLink,
  useParticipantLinks,
  useRevokeParticipantLink,
} from "../../api/participants.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FreshLink } from "./FreshLink.tsx";

const ASKS = ["customer", "colleague"] as const;

/** Links by which customers or colleagues draw their own curve on a phone; what they say becomes evidence of its own kind. */
export function ParticipantLinks({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const make = useMakeParticipantLink(journeyId);
  const [asks, setAsks] = useState<(typeof ASKS)[number]>("customer");
  const [title, setTitle] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({ asks, title: title.trim() });
  };
  return (
    <section aria-label={t("participant.links.title")}>
      <h3 className="share__heading">{t("participant.links.title")}</h3>
      <p className="field__hint">{t("participant.links.what")}</p>
      <form className="share__make" onSubmit={submit}>
        <div className="share__choices">
          <SelectField
            label={t("participant.links.asks")}
            value={asks}
            options={ASKS.map((value) => ({ value, label: t(`participant.links.${value}`) }))}
            onChange={setAsks}
          />
          <Field label={t("participant.links.source")}>
            {(id) => (
              <input
                id={id}
                className="input"
                required
                maxLength={200}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" disabled={make.isPending || title.trim() === ""}>
          {t("participant.links.make")}
        </Button>
        {make.isError && <Notice problem>{make.error.message}</Notice>}
        {make.data && <FreshLink url={make.data.url} />}
      </form>
      <Made journeyId={journeyId} />
    </section>
  );
}

function Made({ journeyId }: { readonly journeyId: string }) {
  const { t, i18n } = useTranslation();
  const links = useParticipantLinks(journeyId);
  const revoke = useRevokeParticipantLink(journeyId);
  if (links.isError) return <Notice problem>{links.error.message}</Notice>;
  if (!links.data || links.data.length === 0) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  return (
    <ul className="share__links">
      {links.data.map(({ id, asks, createdAt, answers }) => (
        <li key={id}>
          <span>
            <strong>{t(`participant.links.${asks}`)}</strong> · {day.format(new Date(createdAt))} ·{" "}
            {t("participant.links.answers", { count: answers })}
          </span>
          <IconButton label={t("participant.links.revoke")} onClick={() => revoke.mutate(id)}>
            <Trash2 size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

import { isWebAddress, type TouchpointLink, type TouchpointView } from "@polku/journey";
import { ExternalLink, Plus, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { LineField } from "../../ui/LineField.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

/** Who looks after the touchpoint, and where to look further. */
export function Whereabouts({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const { links, owner } = touchpoint;
  const count = links.length === 0 ? undefined : t("facts.linkCount", { count: links.length });
  return (
    <Group name="whereabouts" title={t("facts.whereabouts")} summary={owner ?? count}>
      <LineField
        label={t("facts.owner")}
        value={owner}
        disabled={!canEdit}
        onChange={(next) => set({ owner: next })}
      />
      {links.length > 0 && (
        <ul className="inspector__links">
          {links.map((link, i) => (
            <li key={`${link.url} ${link.title}`}>
              <a href={link.url} target="_blank" rel="noreferrer noopener">
                <ExternalLink size={14} aria-hidden="true" />
                {link.title || link.url}
                <span className="visually-hidden">{t("facts.opensElsewhere")}</span>
              </a>
              {canEdit && (
                <Tool
                  label={t("facts.removeLink", { link: link.title || link.url })}
                  onClick={() => set({ links: links.filter((_, at) => at !== i) })}
                >
                  <X size={15} />
                </Tool>
              )}
            </li>
          ))}
        </ul>
      )}
      {canEdit && <NewLink onAdd={(link) => set({ links: [...links, link] })} />}
    </Group>
  );
}

/** An address as one types it: without a scheme it is https. */
function asAddress(written: string): string {
  const address = written.trim();
  return /^[a-z][\w+.-]*:/i.test(address) ? address : `https://${address}`;
}

function NewLink({ onAdd }: { readonly onAdd: (link: TouchpointLink) => void }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const [title, setTitle] = useState("");
  const [refused, setRefused] = useState(false);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const address = asAddress(url);
    if (!isWebAddress(address)) {
      setRefused(true);
      return;
    }
    onAdd({ url: address, title: title.trim().slice(0, 200) });
    setUrl("");
    setTitle("");
  };
  return (
    <form className="inspector__new-link" onSubmit={add}>
      <Field label={t("facts.linkAddress")} hint={refused ? t("facts.linkRefused") : undefined}>
        {(id, describedBy) => (
          <input
            id={id}
            className="input"
            inputMode="url"
            placeholder="https://"
            aria-describedby={describedBy}
            aria-invalid={refused || undefined}
            value={url}
            onChange={(event) => {
              setUrl(event.target.value);
              setRefused(false);
            }}
          />
        )}
      </Field>
      <Field label={t("facts.linkTitle")}>
        {(id) => (
          <input id={id} className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Button className="button--small" type="submit" disabled={url.trim() === ""} icon={<Plus size={15} />}>
        {t("facts.addLink")}
      </Button>
    </form>
  );
}

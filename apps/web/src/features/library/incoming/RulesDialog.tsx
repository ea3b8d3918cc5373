import { CHANNELS, type Channel } from "@polku/journey";
import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useAddRule,
  useRemoveRule,
  useRulePreview,
  useRules,
  type NewRoutingRule,
  type RoutingRule,
} from "../../../api/intake.ts";
import { useJourney, useSession } from "../../../session/SessionContext.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Field, SelectField } from "../../../ui/Field.tsx";
import { Tool } from "../../../ui/Tool.tsx";
import { Trouble } from "../Trouble.tsx";
import "./incoming.css";

/** The rules by which what arrives is suggested for touchpoints of this journey, each tried out before it is added. */
export default function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const rules = useRules(journeyId);
  return (
    <Dialog title={t("incoming.rules.title")} onClose={onClose} wide>
      <div className="rules">
        <p className="field__hint">{t("incoming.rules.help")}</p>
        {rules.error && <Trouble error={rules.error} again={() => void rules.refetch()} />}
        {rules.data?.length === 0 && <p>{t("incoming.rules.none")}</p>}
        {rules.data && rules.data.length > 0 && (
          <ul className="rules__list">
            {rules.data.map((rule) => (
              <RuleLine key={rule.id} rule={rule} />
            ))}
          </ul>
        )}
        <NewRule journeyId={journeyId} />
      </div>
    </Dialog>
  );
}

function RuleLine({ rule }: { readonly rule: RoutingRule }) {
  const { t } = useTranslation();
  const remove = useRemoveRule();
  const title = useJourney((view) => view.touchpoints.get(rule.touchpointId)?.title);
  const { words, theme, channel, queue } = rule;
  const known = CHANNELS.find((one) => one === channel);
  const conditions = [
    words && t("incoming.rules.says", { words }),
    theme && t("incoming.rules.hasTheme", { theme }),
    known && t("incoming.rules.comesBy", { channel: t(`channel.${known}`) }),
    queue && t("incoming.rules.inQueue", { queue }),
  ].filter(Boolean);
  const place = title === undefined ? t("incoming.rules.gone") : title || t("touchpoint.untitled");
  return (
    <li>
      <span>
        {conditions.join(" · ")} → <strong>{place}</strong>
      </span>
      <Tool
        label={t("incoming.rules.remove", { rule: conditions.join(", ") })}
        disabled={remove.isPending}
        onClick={() => remove.mutate(rule.id)}
      >
        <Trash2 size={16} />
      </Tool>
    </li>
  );
}

const EMPTY = { words: "", theme: "", channel: "" as Channel | "", queue: "", touchpointId: "" };

function NewRule({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  const touchpoints = useJourney((view) => view.touchpoints);
  const [rule, setRule] = useState(EMPTY);
  const add = useAddRule();
  const preview = useRulePreview();
  const fields = useRef<HTMLFieldSetElement>(null);
  const change = (some: Partial<typeof EMPTY>): void => {
    setRule((now) => ({ ...now, ...some }));
    preview.reset();
  };
  // A pressed button that may not be pressed any more drops the focus out of the dialog, and Escape would close the library behind it.
  const beginAnew = (): void => {
    setRule(EMPTY);
    fields.current?.querySelector("input")?.focus();
  };
  const error = add.error ?? preview.error;
  const asked = askedOf(rule, journeyId);
  return (
    <fieldset ref={fields} className="rules__new">
      <legend>{t("incoming.rules.new")}</legend>
      <div className="rules__fields">
        {(["words", "theme", "queue"] as const).map((key) => (
          <Field key={key} label={t(`incoming.rules.${key}`)}>
            {(id) => (
              <input
                id={id}
                className="input"
                maxLength={200}
                value={rule[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <SelectField
          label={t("incoming.rules.channel")}
          value={rule.channel}
          options={[
            { value: "", label: t("incoming.rules.anyChannel") },
            ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
          ]}
          onChange={(channel) => change({ channel })}
        />
        <SelectField
          label={t("incoming.rules.touchpoint")}
          value={rule.touchpointId}
          options={[
            { value: "", label: t("incoming.rules.choose") },
            ...[...touchpoints.values()].map(({ id, title }) => ({
              value: id,
              label: title || t("touchpoint.untitled"),
            })),
          ]}
          onChange={(touchpointId) => change({ touchpointId })}
        />
      </div>
      <div className="rules__go">
        <Button disabled={!asked} onClick={() => asked && preview.mutate(asked)}>
          {t("incoming.rules.try")}
        </Button>
        <Button
          look="primary"
          disabled={!asked}
          onClick={() => asked && !add.isPending && add.mutate(asked, { onSuccess: beginAnew })}
        >
          {t("incoming.rules.add")}
        </Button>
      </div>
      {!asked && <p className="field__hint">{t("incoming.rules.needs")}</p>}
      {error && <Trouble error={error} />}
      {preview.data && (
        <div role="status" className="rules__found">
          <p>
            {preview.data.count > 1000
              ? t("incoming.rules.wouldMany")
              : t("incoming.rules.would", { count: preview.data.count })}
          </p>
          <ul>
            {preview.data.items.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}

/** The rule as the server takes it; null while it asks for nothing or leads nowhere. */
function askedOf(rule: typeof EMPTY, journeyId: string): NewRoutingRule | null {
  const { touchpointId, ...conditions } = rule;
  const given = Object.entries(conditions).filter(([, value]) => value.trim() !== "");
  return touchpointId === "" || given.length === 0
    ? null
    : { journeyId, touchpointId, ...Object.fromEntries(given) };
}

import { CHANNELS, CONTACT_KINDS, INITIATORS, STAGE_SIDES, type TouchpointView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { Checkbox, SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

/** Who meets the customer, by what channel, and what the customer would have chosen. */
export function ContactFacts({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const disabled = !useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const channels = CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }));
  const contacts = CONTACT_KINDS.map((value) => ({ value, label: t(`contact.${value}`) }));
  const asOffered = { value: "" as const, label: t("facts.asOffered") };
  return (
    <Group name="contact" title={t("facts.contact")} opened summary={t(`channel.${touchpoint.channel}`)}>
      <div className="inspector__pair">
        <SelectField
          label={t("touchpoint.channel")}
          value={touchpoint.channel}
          disabled={disabled}
          options={channels}
          onChange={(channel) => set({ channel })}
        />
        <SelectField
          label={t("touchpoint.contactKind")}
          value={touchpoint.contactKind}
          disabled={disabled}
          options={contacts}
          onChange={(contactKind) => set({ contactKind })}
        />
        <SelectField
          label={t("facts.wantedChannel")}
          value={touchpoint.wantedChannel ?? ""}
          disabled={disabled}
          options={[asOffered, ...channels]}
          onChange={(value) => set({ wantedChannel: value === "" ? null : value })}
        />
        <SelectField
          label={t("facts.wanted")}
          value={touchpoint.wanted ?? ""}
          disabled={disabled}
          options={[asOffered, ...contacts]}
          onChange={(value) => set({ wanted: value === "" ? null : value })}
        />
        <SelectField
          label={t("facts.initiator")}
          value={touchpoint.initiator}
          disabled={disabled}
          options={INITIATORS.map((value) => ({ value, label: t(`facts.initiators.${value}`) }))}
          onChange={(initiator) => set({ initiator })}
        />
        <SelectField
          label={t("facts.side")}
          value={touchpoint.stageSide}
          disabled={disabled}
          options={STAGE_SIDES.map((value) => ({ value, label: t(`facts.sides.${value}`) }))}
          onChange={(stageSide) => set({ stageSide })}
        />
      </div>
      <div className="inspector__checks">
        <Checkbox
          label={t("touchpoint.isUnofficial")}
          checked={!touchpoint.official}
          disabled={disabled}
          onChange={(unofficial) => set({ official: !unofficial })}
        />
        <Checkbox
          label={t("facts.namedPerson")}
          checked={touchpoint.namedPerson}
          disabled={disabled}
          onChange={(namedPerson) => set({ namedPerson })}
        />
      </div>
    </Group>
  );
}

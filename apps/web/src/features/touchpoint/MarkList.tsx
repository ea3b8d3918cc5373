import { touchpointMarks, type TouchpointView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useGrounding } from "../../session/useGrounding.ts";
import { Group } from "../../ui/Group.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { MARK_ICONS } from "./markIcons.ts";
import { markWords } from "./markWords.ts";
import { useChange, useMarks } from "./useMarks.ts";

/** Everything that follows from a touchpoint's facts and evidence, each with its reason. */
export function MarkList({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const grounded = useGrounding(touchpoint.id);
  const own = useMarks(touchpoint, grounded);
  const change = useChange(touchpoint);
  const fromBefore = touchpointMarks({ touchpoint, ...grounded, way: null, change }).filter(
    ({ code }) => code === "change",
  );
  const marks = [...own, ...fromBefore];
  if (marks.length === 0) return null;
  return (
    <Group name="marks" title={t("marks.title")} opened summary={String(marks.length)}>
      <ul className="inspector__marks">
        {marks.map((mark) => {
          const { name, reason } = markWords(t, signed, mark);
          const Icon = MARK_ICONS[mark.code];
          return (
            <li key={mark.code} data-mark={mark.code}>
              <Icon size={16} strokeWidth={1.6} aria-hidden="true" />
              <p>
                <strong>{name}</strong> {reason}
              </p>
            </li>
          );
        })}
      </ul>
    </Group>
  );
}

import {
  CHANNELS,
  CONTACT_KINDS,
  cellKey,
  drawnMean,
  editCell,
  editText,
  hasCells,
  setTouchpoint,
  teamPoints,
  type LaneView,
  type PathStage,
} from "@polku/journey";
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { groundingSentence } from "../../session/groundingWords.ts";
import { useAttentionStore, useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { useGrounding } from "../../session/useGrounding.ts";
import { useLaneName } from "../../session/useLaneName.ts";
import { ScrollRegion } from "../../ui/ScrollRegion.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { toggleStage, useIsFolded, type OutlineParts } from "./outlineView.ts";

type Props = { readonly parts: OutlineParts };

/** The map turned on its side: a row for each touchpoint, a column for each lane. Sub-journeys stand under their touchpoint. */
export function OutlineTable({ parts }: Props) {
  const { t } = useTranslation();
  const laneName = useLaneName();
  const lanes = useJourney((view) => view.lanes);
  const stages = useJourney((view) => view.path.stages);
  const shown = lanes.filter((lane) => hasCells(lane.kind) && !lane.hidden);
  return (
    <ScrollRegion className="outline-table" label={t("outline.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("touchpoint.one")}</th>
            <th scope="col">{t("touchpoint.channel")}</th>
            <th scope="col">{t("touchpoint.contactKind")}</th>
            <th scope="col">{t("outline.drawn")}</th>
            <th scope="col">{t("outline.said")}</th>
            <th scope="col" className="outline-table__grounds">
              {t("outline.grounds")}
            </th>
            {shown.map((lane) => (
              <th key={lane.id} scope="col">
                {laneName(lane)}
              </th>
            ))}
          </tr>
        </thead>
        {stages.map((stage) => (
          <StageRows key={stage.id} stage={stage} lanes={shown} depth={0} parts={parts} />
        ))}
      </table>
    </ScrollRegion>
  );
}

type StageProps = {
  readonly stage: PathStage;
  readonly lanes: readonly LaneView[];
  /** How many journeys deep the stage lies; 0 on the main path. */
  readonly depth: number;
  readonly parts: OutlineParts;
};

const StageRows = memo(function StageRows({ stage, lanes, depth, parts }: StageProps) {
  const { t } = useTranslation();
  const folded = useIsFolded(stage.id);
  const name = stage.title || t("outline.untitledStage");
  const rows = (
    <>
      <tr className="outline-table__stage" data-depth={depth}>
        <th scope="rowgroup" colSpan={6 + lanes.length}>
          <span>
            <Tool
              label={t(folded ? "outline.unfold" : "outline.fold", { title: name })}
              onClick={() => toggleStage(stage.id)}
            >
              {folded ? <ChevronRight size={16} /> : <ChevronDown size={16} />}
            </Tool>
            {name}
          </span>
        </th>
      </tr>
      {(folded ? [] : stage.touchpointIds).map((id) => (
        <TouchpointRows key={id} touchpointId={id} lanes={lanes} depth={depth} parts={parts} />
      ))}
    </>
  );
  return depth === 0 ? <tbody>{rows}</tbody> : rows;
});

type RowProps = Omit<StageProps, "stage"> & { readonly touchpointId: string };

const TouchpointRows = memo(function TouchpointRows({ touchpointId, lanes, depth, parts }: RowProps) {
  const subJourneyIds = useJourney((view) => view.touchpoints.get(touchpointId)?.subJourneyIds);
  return (
    <>
      <TouchpointRow touchpointId={touchpointId} lanes={lanes} depth={depth} parts={parts} />
      {subJourneyIds?.map((id) => (
        <SubJourneyRows key={id} subJourneyId={id} lanes={lanes} depth={depth + 1} parts={parts} />
      ))}
    </>
  );
});

type SubProps = Omit<StageProps, "stage"> & { readonly subJourneyId: string };

function SubJourneyRows({ subJourneyId, ...rest }: SubProps) {
  const stages = useJourney((view) => view.subJourneys.get(subJourneyId)?.path.stages);
  return (
    <>
      {stages?.map((stage) => (
        <StageRows key={stage.id} stage={stage} {...rest} />
      ))}
    </>
  );
}

function TouchpointRow({ touchpointId, lanes, depth, parts }: RowProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const canEdit = useCanEdit();
  const attention = useAttentionStore();
  const signed = useSignedNumber(1);
  const touchpoint = useJourney((view) => view.touchpoints.get(touchpointId));
  const { grounding, reason, evidence } = useGrounding(touchpointId);
  if (!touchpoint) return null;
  const drawn = drawnMean(teamPoints(touchpoint));
  const set = (attributes: Parameters<typeof setTouchpoint.run>[1]["set"]): void =>
    void run(setTouchpoint, { touchpointId, set: attributes });
  return (
    <tr data-depth={depth}>
      <th scope="row">
        <SharedText
          className="outline-table__text outline-table__title"
          label={t("touchpoint.name")}
          placeholder={t("touchpoint.untitled")}
          readOnly={!canEdit}
          value={touchpoint.title}
          onEdit={(text) => run(editText, { on: "touchpoints", id: touchpointId, key: "title", text })}
        />
      </th>
      <td>
        <Choice
          label={t("touchpoint.channel")}
          value={touchpoint.channel}
          options={CHANNELS}
          word={(channel) => t(`channel.${channel}`)}
          onChange={(channel) => set({ channel })}
        />
      </td>
      <td>
        <Choice
          label={t("touchpoint.contactKind")}
          value={touchpoint.contactKind}
          options={CONTACT_KINDS}
          word={(kind) => t(`contact.${kind}`)}
          onChange={(contactKind) => set({ contactKind })}
        />
      </td>
      <td className="outline-table__number">{drawn === null ? "–" : signed(drawn)}</td>
      <td className="outline-table__number">{evidence.mean === null ? "–" : signed(evidence.mean)}</td>
      <td>
        <button
          type="button"
          className="outline-table__ground"
          title={groundingSentence(t, grounding, reason)}
          onClick={() => attention.select({ kind: "touchpoint", id: touchpointId })}
        >
          <parts.Ring level={grounding.level} />
          {t(`grounding.level.${grounding.level}`)} · {grounding.n}
        </button>
      </td>
      {lanes.map((lane) => (
        <td key={lane.id}>
          <LaneCell lane={lane} touchpointId={touchpointId} title={touchpoint.title} />
        </td>
      ))}
    </tr>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly word: (value: T) => string;
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ label, value, options, word, onChange }: ChoiceProps<T>) {
  const canEdit = useCanEdit();
  if (!canEdit) return word(value);
  return (
    <select
      className="outline-table__choice"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option === event.target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {word(option)}
        </option>
      ))}
    </select>
  );
}

type LaneCellProps = { readonly lane: LaneView; readonly touchpointId: string; readonly title: string };

function LaneCell({ lane, touchpointId, title }: LaneCellProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const canEdit = useCanEdit();
  const laneName = useLaneName()(lane);
  const cell = useJourney((view) => view.cells.get(cellKey(lane.id, touchpointId)));
  const blocks = cell?.blocks ?? [];
  return (blocks.length > 0 ? blocks : [undefined]).map((block, i) => (
    <SharedText
      // The first letter makes the block: the text that it was typed in stays the same text.
      key={i === 0 ? "first" : block?.id}
      className="outline-table__text"
      label={t("cell.name", { lane: laneName, touchpoint: title || t("touchpoint.untitled") })}
      multiline
      readOnly={!canEdit}
      value={block?.text ?? ""}
      onEdit={(text) =>
        run(editCell, { laneId: lane.id, touchpointId, text, ...(block ? { blockId: block.id } : {}) })
      }
    />
  ));
}

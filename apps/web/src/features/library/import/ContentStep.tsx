import { useTranslation } from "react-i18next";
import type { FilePreview } from "../../../api/sources.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { ColumnsFields } from "./ColumnsFields.tsx";
import { isTable, usedHeadings, type Draft, type Role } from "./draft.ts";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const DELIMITERS: Readonly<Record<string, "comma" | "semicolon" | "tab" | "bar">> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
/** Kinds whose letters are told inside the file. */
const PACKED: ReadonlySet<FilePreview["kind"]> = new Set(["xlsx", "docx", "qdpx", "eml", "mbox"]);
const WARNINGS = ["lost-letters", "twice-encoded"] as const;

/** What the file holds and how it will be read: kind, letters, the first rows, columns or speakers. */
export function ContentStep({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { preview } = draft;
  return (
    <div className="wizard__step">
      <Detected preview={preview} />
      {WARNINGS.filter((one) => preview.warnings.includes(one)).map((warning) => (
        <Notice key={warning} problem>
          {t(`library.wizard.warnings.${warning}`)}
        </Notice>
      ))}
      {preview.export === "zendesk-csv" && <Notice>{t("library.wizard.onlyNumbers")}</Notice>}
      {isTable(preview) ? (
        <>
          <FirstRows preview={preview} used={new Set(usedHeadings(draft))} />
          <ColumnsFields draft={draft} onChange={onChange} />
        </>
      ) : (
        <>
          <FirstWords preview={preview} />
          {draft.dayFirst !== null && (
            <SelectField
              label={t("library.wizard.dayFirst")}
              value={draft.dayFirst ? "yes" : "no"}
              options={[
                { value: "yes", label: t("library.wizard.dayFirstYes") },
                { value: "no", label: t("library.wizard.dayFirstNo") },
              ]}
              onChange={(answer) => onChange({ ...draft, dayFirst: answer === "yes" })}
            />
          )}
          <Speakers draft={draft} onChange={onChange} />
        </>
      )}
    </div>
  );
}

function Detected({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation();
  if (PACKED.has(preview.kind))
    return <p className="wizard__detected">{t(`library.wizard.fileKinds.${preview.kind}`)}</p>;
  const encoding = ENCODINGS.find((one) => one === preview.encoding);
  const delimiter = DELIMITERS[preview.delimiter ?? ""];
  const words = t("library.wizard.detected", {
    kind: t(`library.wizard.fileKinds.${preview.kind}`),
    encoding: encoding ? t(`library.wizard.encodings.${encoding}`) : preview.encoding,
  });
  const separated =
    delimiter && preview.kind === "csv"
      ? `, ${t("library.wizard.delimited", { delimiter: t(`library.wizard.delimiters.${delimiter}`) })}`
      : "";
  return (
    <p className="wizard__detected">
      {words}
      {separated}
    </p>
  );
}

function FirstRows({ preview, used }: { readonly preview: FilePreview; readonly used: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const title = t("library.wizard.firstRows", { count: preview.rows.length });
  return (
    <section>
      <h3>{title}</h3>
      <ScrollRegion className="rows" label={title}>
        <table>
          <thead>
            <tr>
              {preview.headings.map((heading) => (
                <th key={heading} scope="col" data-unused={!used.has(heading) || undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name than their place
              <tr key={row}>
                {preview.headings.map((heading, column) => (
                  <td key={heading} data-unused={!used.has(heading) || undefined}>
                    {cells[column] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function FirstWords({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation();
  const [contact] = preview.contacts;
  if (!contact) return null;
  const turns = contact.thread ?? [{ speaker: "other" as const, text: contact.text, from: 0 }];
  return (
    <section>
      <h3>{t("library.wizard.firstWords")}</h3>
      <ScrollRegion className="rows rows--words" label={t("library.wizard.firstWords")}>
        {turns.slice(0, 12).map((turn) => (
          <p key={turn.from}>
            <span className="turn__who">{t(`speaker.${turn.speaker}`)}</span> {turn.text}
          </p>
        ))}
      </ScrollRegion>
    </section>
  );
}

const ROLES = ["customer", "agent", "bot", "other"] as const;

function Speakers({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { speakers } = draft.preview;
  if (speakers.length === 0) return null;
  const say = (name: string, role: Role): void =>
    onChange({ ...draft, speakers: { ...draft.speakers, [name]: role } });
  return (
    <fieldset className="wizard__group">
      <legend>{t("library.wizard.speakers")}</legend>
      <p className="field__hint">{t("library.wizard.speakersHelp")}</p>
      {speakers.map(({ name, role, turns }) => (
        <label key={name} className="speaker">
          <span className="speaker__name">{name}</span>
          <span className="field__hint">{t("library.wizard.turns", { count: turns })}</span>
          <select
            className="input"
            value={draft.speakers[name] ?? role}
            onChange={(event) => {
              const chosen = ROLES.find((one) => one === event.target.value);
              if (chosen) say(name, chosen);
            }}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`speaker.${one}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

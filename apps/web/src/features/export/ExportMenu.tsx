import {
  Archive,
  Braces,
  ChevronRight,
  FileImage,
  FileSpreadsheet,
  FileText,
  Image,
  Printer,
  Table2,
  Workflow,
  type LucideIcon,
} from "lucide-react";
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
  Text,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n/language.ts";
import { useMapLook } from "../../session/mapLook.ts";

const PICTURES = [
  { format: "svg", Icon: FileImage },
  { format: "png", Icon: Image },
  { format: "pdf", Icon: FileText },
] as const;

const DATA = [
  { format: "polku", Icon: Archive },
  { format: "json", Icon: Braces },
  { format: "xlsx", Icon: FileSpreadsheet },
  { format: "csv", Icon: Table2 },
  { format: "mermaid", Icon: Workflow },
] as const;

/** Where two menus have no room side by side. */
const isNarrow = (): boolean => matchMedia("(max-width: 640px)").matches;

const PAPERS = ["a4", "a3", "a2", "a1", "a0"] as const;

/** Takes the journey away as a picture or as data; all from the one painter on the server. */
export default function ExportMenu({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  // A picture stands as the map does in this window; the other formats know no columns.
  const time = useMapLook(({ toScale }) => toScale) ? "&time=scale" : "";
  const file = (asked: string) =>
    `/api/v1/journeys/${journeyId}/export?${asked}&lang=${currentLanguage()}${time}&download=1`;
  const item = ({ format, Icon }: (typeof PICTURES | typeof DATA)[number]) => (
    <MenuItem
      key={format}
      id={format}
      className="menu__item"
      textValue={t(`export.${format}`)}
      href={file(`format=${format}`)}
      download
    >
      <Words Icon={Icon} name={t(`export.${format}`)} holds={t(`export.holds.${format}`)} />
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <AriaButton className="button">{t("export.title")}</AriaButton>
      <Popover placement="bottom end">
        <Menu className="menu" aria-label={t("export.title")}>
          {PICTURES.map(item)}
          <SubmenuTrigger>
            <MenuItem id="print" className="menu__item" textValue={t("export.print")}>
              <Words Icon={Printer} name={t("export.print")} holds={t("export.holds.print")} />
              <ChevronRight size={16} aria-hidden="true" className="menu__more" />
            </MenuItem>
            <Popover placement={isNarrow() ? "bottom end" : "end top"}>
              <Menu className="menu" aria-label={t("export.print")}>
                {PAPERS.map((paper) => (
                  <MenuItem
                    key={paper}
                    id={paper}
                    className="menu__item"
                    href={file(`format=pdf&paper=${paper}`)}
                    download
                  >
                    {t("export.paper", { paper: paper.toUpperCase() })}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </SubmenuTrigger>
          {DATA.map(item)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

type WordsProps = { readonly Icon: LucideIcon; readonly name: string; readonly holds: string };

/** What a format is called, and what it holds. */
function Words({ Icon, name, holds }: WordsProps) {
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <span>
        <Text slot="label">{name}</Text>
        <Text slot="description" className="menu__note">
          {holds}
        </Text>
      </span>
    </>
  );
}

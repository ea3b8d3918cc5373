import { Braces, FileImage, FileSpreadsheet, Image, Table2, Workflow } from "lucide-react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n/language.ts";
import { useMapLook } from "../../session/mapLook.ts";

const FORMATS = [
  { format: "svg", Icon: FileImage },
  { format: "png", Icon: Image },
  { format: "json", Icon: Braces },
  { format: "xlsx", Icon: FileSpreadsheet },
  { format: "csv", Icon: Table2 },
  { format: "mermaid", Icon: Workflow },
] as const;

/** Takes the journey away as a picture or as data; all from the one painter on the server. */
export default function ExportMenu({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation();
  // A picture stands as the map does in this window; the other formats know no columns.
  const time = useMapLook(({ toScale }) => toScale) ? "&time=scale" : "";
  return (
    <MenuTrigger>
      <AriaButton className="button">{t("export.title")}</AriaButton>
      <Popover placement="bottom end">
        <Menu className="menu" aria-label={t("export.title")}>
          {FORMATS.map(({ format, Icon }) => (
            <MenuItem
              key={format}
              id={format}
              className="menu__item"
              textValue={t(`export.${format}`)}
              href={`/api/v1/journeys/${journeyId}/export?format=${format}&lang=${currentLanguage()}${time}&download=1`}
              download
            >
              <Icon size={16} aria-hidden="true" />
              <span>
                <Text slot="label">{t(`export.${format}`)}</Text>
                <Text slot="description" className="menu__note">
                  {t(`export.holds.${format}`)}
                </Text>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

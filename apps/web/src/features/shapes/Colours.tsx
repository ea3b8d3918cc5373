import type { ShapeColour } from "@polku/journey";
import { useTranslation } from "react-i18next";
import "./colours.css";

type Props = {
  readonly colours: readonly ShapeColour[];
  readonly chosen: ShapeColour;
  /** A note's paper; else the ink of a pen. */
  readonly isPaper: boolean;
  readonly onChoose: (colour: ShapeColour) => void;
};

/** The colours that a thing of the canvas may have, by name. */
export function Colours({ colours, chosen, isPaper, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <span className="shape-colours" role="group" aria-label={t("shapes.colour")}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className="shape-colour"
          data-colour={colour}
          data-pen={isPaper ? undefined : true}
          aria-label={t(`shapes.colours.${colour}`)}
          title={t(`shapes.colours.${colour}`)}
          aria-pressed={chosen === colour}
          onClick={() => onChoose(colour)}
        />
      ))}
    </span>
  );
}

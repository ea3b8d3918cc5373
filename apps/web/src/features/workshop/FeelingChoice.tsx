import { useTranslation } from "react-i18next";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { FeelingSign } from "../../ui/FeelingSign.tsx";

const STEPS = [-2, -1, 0, 1, 2] as const;

type Props = { readonly v: number | null; readonly onChoose: (v: number | null) => void };

/** How it felt to whoever writes the note; pressed again it is not said. */
export function FeelingChoice({ v, onChoose }: Props) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  return (
    <div className="feeling-choice" role="group" aria-label={t("workshop.write.felt")}>
      {STEPS.map((step) => (
        <button
          key={step}
          type="button"
          className="feeling-choice__one"
          aria-pressed={v === step}
          onClick={() => onChoose(v === step ? null : step)}
        >
          <FeelingSign v={step} /> {feelingName(step)}
        </button>
      ))}
    </div>
  );
}

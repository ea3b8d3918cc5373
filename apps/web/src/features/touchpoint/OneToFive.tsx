import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/Field.tsx";

type Props = {
  readonly label: string;
  /** Whose words name the two ends. */
  readonly words: "arc" | "effort";
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: number | null) => void;
};

const STEPS = ["", "1", "2", "3", "4", "5"] as const;

/** A scale of one to five of which the ends have names; empty is not said. */
export function OneToFive({ label, words, value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const nearest = STEPS.find((one) => one === String(Math.round(value ?? 0))) ?? "";
  const name = (step: (typeof STEPS)[number]): string => {
    if (step === "") return t("facts.notSaid");
    if (step === "1") return t(`facts.ends.${words}.low`);
    return step === "5" ? t(`facts.ends.${words}.high`) : step;
  };
  return (
    <SelectField
      label={label}
      value={nearest}
      disabled={disabled}
      options={STEPS.map((step) => ({ value: step, label: name(step) }))}
      onChange={(step) => onChange(step === "" ? null : Number(step))}
    />
  );
}

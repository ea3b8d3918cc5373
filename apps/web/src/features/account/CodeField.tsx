import { useTranslation } from "react-i18next";
import { TextField } from "./TextField.tsx";

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** There are no recovery codes yet. */
  readonly isFirst?: boolean;
};

/** Where the code of the second factor is typed, or a recovery code: which has letters, so that a phone shows all keys. */
export function CodeField({ value, onChange, isFirst = false }: Props) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("account.factor.code")}
      hint={t(isFirst ? "account.factor.firstCodeHelp" : "account.factor.codeHelp")}
      autoComplete="one-time-code"
      maxLength={40}
      required
      value={value}
      onChange={onChange}
    />
  );
}

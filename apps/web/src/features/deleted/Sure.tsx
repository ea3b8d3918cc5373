import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = {
  /** What is asked about, for those who do not see beside what it stands. */
  readonly label: string;
  readonly question: string;
  /** What the yes is called. */
  readonly yes: string;
  readonly isPending: boolean;
  readonly problem?: string | undefined;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before something is deleted; the way to keep it has the keyboard. */
export function Sure({ label, question, yes, isPending, problem, onYes, onNo }: Props) {
  const { t } = useTranslation();
  const no = useTakesFocus<HTMLButtonElement>();
  return (
    <div className="deleted__sure" role="group" aria-label={label}>
      <p role="status">{question}</p>
      {problem && <Notice problem>{problem}</Notice>}
      <div className="deleted__deeds">
        <Button look="danger" className="button--small" disabled={isPending} onClick={onYes}>
          {yes}
        </Button>
        <Button ref={no} className="button--small" onClick={onNo}>
          {t("deleted.keep")}
        </Button>
      </div>
    </div>
  );
}

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { useTakesFocus } from "../../../ui/useTakesFocus.ts";
import { Waiting } from "../../../ui/Waiting.tsx";

type Props = {
  /** The file that is being looked at. */
  readonly looking: string | null;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Drop files, or choose them. */
export function FilesStep({ looking, onFiles }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = useTakesFocus<HTMLButtonElement>(looking === null);
  const [over, setOver] = useState(false);
  if (looking !== null) return <Waiting words={t("library.wizard.looking", { name: looking })} />;
  return (
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <FileUp size={28} aria-hidden="true" />
      <p className="drop__words">{t("library.wizard.drop")}</p>
      <Button look="primary" ref={choose} onClick={() => input.current?.click()}>
        {t("library.wizard.choose")}
      </Button>
      <p className="field__hint">{t("library.wizard.dropHelp")}</p>
      {/* Takes any file: one of the wrong kind gets a sentence, where a greyed one would get silence. */}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          onFiles(files);
        }}
      />
    </div>
  );
}

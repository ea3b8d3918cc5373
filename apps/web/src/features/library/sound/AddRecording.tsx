import { AudioLines } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddRecording } from "../../../api/recordings.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Trouble } from "../Trouble.tsx";

/** Gives a transcript its sound: the file is made what the server keeps in this window, and sent. */
export function AddRecording({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const add = useAddRecording(contactId);
  const [part, setPart] = useState<number | null>(null);
  const [unknown, setUnknown] = useState(false);
  const take = async (file: File): Promise<void> => {
    setUnknown(false);
    setPart(0);
    const { NoSound, prepareSound } = await import("../../../ui/sound/prepareSound.ts");
    try {
      add.mutate(await prepareSound(file, setPart));
    } catch (error) {
      if (!(error instanceof NoSound)) throw error;
      setUnknown(true);
    } finally {
      setPart(null);
    }
  };
  const busy = part !== null || add.isPending;
  return (
    <div className="recording recording--none">
      <Button
        className="button--small"
        icon={<AudioLines size={15} />}
        disabled={busy}
        onClick={() => input.current?.click()}
      >
        {t("sound.add")}
      </Button>
      <p className="reading__help" role="status">
        {part !== null
          ? t("sound.reading", { part: Math.round(part * 100) })
          : t(add.isPending ? "sound.sending" : "sound.addHelp")}
      </p>
      {unknown && <Notice problem>{t("sound.noSound")}</Notice>}
      {add.error && <Trouble error={add.error} />}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("sound.add")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void take(file);
        }}
      />
    </div>
  );
}

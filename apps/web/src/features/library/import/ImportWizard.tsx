import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../../api/request.ts";
import { hasEnded, useImportProgress } from "../../../api/sources.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useTakesFocus } from "../../../ui/useTakesFocus.ts";
import { show } from "../libraryView.ts";
import { Trouble } from "../Trouble.tsx";
import { ContentStep } from "./ContentStep.tsx";
import { isReadable } from "./draft.ts";
import { FactsStep } from "./FactsStep.tsx";
import { PictureStep } from "../picture/PictureStep.tsx";
import { FilesStep } from "./FilesStep.tsx";
import { PrivacyStep } from "./PrivacyStep.tsx";
import { ResultStep } from "./ResultStep.tsx";
import { UnderWay } from "./UnderWay.tsx";
import { STEPS, useWizard, type Step } from "./useWizard.ts";
import "./import.css";

type Wizard = ReturnType<typeof useWizard>;

/** Brings files into the library, step by step; every refusal is said in place and nothing that was filled in is lost. */
export default function ImportWizard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const wizard = useWizard();
  const { step, file, files, at, draft, picture, importId } = wizard;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step !== "files") body.current?.focus({ preventScroll: true });
    body.current?.closest(".dialog")?.scrollTo({ top: 0 });
  }, [step]);
  return (
    <Dialog title={t("library.wizard.title")} onClose={onClose} wide>
      <div className="wizard">
        <Where step={step} />
        {file && (
          <p className="wizard__file">
            {files.length > 1
              ? t("library.wizard.fileOf", { n: at + 1, of: files.length, name: file.name })
              : file.name}
          </p>
        )}
        <div
          ref={body}
          className="wizard__body"
          tabIndex={-1}
          role="group"
          aria-label={t("library.wizard.step", {
            n: STEPS.indexOf(step) + 1,
            of: STEPS.length,
            name: t(`library.wizard.steps.${step}`),
          })}
        >
          <TroubleOf wizard={wizard} />
          {step === "files" && (
            <>
              <FilesStep looking={wizard.looking && file ? file.name : null} onFiles={wizard.take} />
              <UnderWay onFollow={wizard.follow} />
            </>
          )}
          {step === "content" && picture && <PictureStep picture={picture} onChange={wizard.setPicture} />}
          {step === "content" && draft && !picture && (
            <ContentStep draft={draft} onChange={wizard.setDraft} />
          )}
          {step === "facts" && draft && <FactsStep draft={draft} onChange={wizard.setDraft} />}
          {step === "privacy" && draft && <PrivacyStep draft={draft} onChange={wizard.setDraft} />}
          {step === "result" && importId && <ResultStep importId={importId} />}
        </div>
        {step === "result" && importId ? (
          <Ending wizard={wizard} importId={importId} onClose={onClose} />
        ) : (
          <Steering wizard={wizard} />
        )}
      </div>
    </Dialog>
  );
}

/** Where one is on the way. */
function Where({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  return (
    <ol className="wizard__where">
      {STEPS.map((one) => (
        <li
          key={one}
          aria-current={one === step ? "step" : undefined}
          data-done={STEPS.indexOf(one) < STEPS.indexOf(step) || undefined}
        >
          {t(`library.wizard.steps.${one}`)}
        </li>
      ))}
    </ol>
  );
}

function TroubleOf({ wizard }: { readonly wizard: Wizard }) {
  const { t, i18n } = useTranslation();
  const { trouble, step } = wizard;
  if (!trouble) return null;
  const { file, error } = trouble;
  // What the server says of a file it will say again; a lost network comes back.
  const mayPass = step === "files" && !(error instanceof ApiProblem);
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    file.size / 1024 ** 2,
  );
  return (
    <div className="wizard__trouble">
      {error instanceof Error && error.name === "NoSound" ? (
        <Notice problem>{t("sound.noSound")}</Notice>
      ) : error instanceof Error && error.name === "NoPicture" ? (
        <Notice problem>{t("library.picture.cannot")}</Notice>
      ) : error === "tooLarge" ? (
        <Notice problem>{t("library.wizard.tooLarge", { name: file.name, size })}</Notice>
      ) : (
        <Trouble error={error} {...(mayPass ? { again: wizard.again } : {})} />
      )}
      {step === "files" && wizard.files.length > 1 && (
        <Button onClick={wizard.leaveOut}>{t("library.wizard.skipFile")}</Button>
      )}
    </div>
  );
}

function Steering({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation();
  const { step, draft, sending, sound, picture } = wizard;
  if (step === "files") return null;
  const sends = step === "privacy" || (step === "facts" && (sound !== null || picture !== null));
  const isReady = draft !== null && isReadable(draft) && picture?.caption.trim() !== "";
  return (
    <div className="wizard__steer">
      <Button disabled={sending} onClick={wizard.back}>
        {t("library.wizard.previous")}
      </Button>
      <Button look="primary" disabled={sending || !isReady} onClick={wizard.next}>
        {t(sending ? "library.wizard.starting" : sends ? "library.wizard.start" : "library.wizard.next")}
      </Button>
    </div>
  );
}

type EndingProps = { readonly wizard: Wizard; readonly importId: string; readonly onClose: () => void };

/** What can be done when a file is in, or could not be taken in. */
function Ending({ wizard, importId, onClose }: EndingProps) {
  const { t } = useTranslation();
  const { data: progress } = useImportProgress(importId);
  const { sourceId } = wizard;
  const onward = useTakesFocus<HTMLButtonElement>(progress !== undefined && hasEnded(progress));
  if (!progress || !hasEnded(progress)) return null;
  const see = (): void => {
    show({ tab: "contacts", source: sourceId, q: "", attached: null, reading: null });
    onClose();
  };
  return (
    <div className="wizard__steer">
      {progress.state === "failed" && <Button onClick={wizard.back}>{t("library.wizard.previous")}</Button>}
      {progress.state !== "failed" && sourceId !== null && (
        <Button
          look={wizard.hasNext ? "plain" : "primary"}
          ref={wizard.hasNext ? undefined : onward}
          onClick={see}
        >
          {t("library.wizard.progress.see")}
        </Button>
      )}
      {wizard.hasNext ? (
        <Button look="primary" ref={onward} onClick={wizard.nextFile}>
          {t("library.wizard.progress.next")}
        </Button>
      ) : (
        <Button onClick={onClose}>{t("library.wizard.progress.close")}</Button>
      )}
    </div>
  );
}

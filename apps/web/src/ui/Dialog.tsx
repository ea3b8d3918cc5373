import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button.tsx";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A dialog over everything: focus stays in it, Escape and a click beside it close it, and focus goes back where it was. */
export function Dialog({ title, onClose, wide, children }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className={wide ? "dialog dialog--wide" : "dialog"}>
        <AriaDialog>
          <div className="dialog__head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t("ui.close")} onClick={onClose}>
              <X size={18} />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

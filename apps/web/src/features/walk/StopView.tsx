import { Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { clipWords, soundOfQuote } from "../../api/recordings.ts";
import { useLaneName } from "../../session/useLaneName.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { Button } from "../../ui/Button.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { QUOTES_SHOWN, type Stop } from "./stops.ts";

type Props = {
  readonly stop: Stop;
  /** Plays a call to everybody; without it a call is heard in this window alone. */
  readonly onPlayToAll?: ((quoteId: string) => void) | undefined;
};

/** One moment as the customer lives it. */
export function StopView({ stop, onPlayToAll }: Props) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const laneName = useLaneName();
  const shown = stop.quotes.slice(0, QUOTES_SHOWN);
  return (
    <>
      <p className="walk__stage">{stop.stage}</p>
      <h2 className="walk__title">{stop.title || t("touchpoint.untitled")}</h2>
      {stop.mean !== null && (
        <p className="walk__felt">
          <FeelingSign v={stop.mean} /> {feelingName(stop.mean)}
        </p>
      )}
      {stop.lanes.length > 0 && (
        <dl className="walk__lanes">
          {stop.lanes.map(({ id, kind, name, text }) => (
            <div key={id}>
              <dt>{laneName({ kind, title: name })}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {shown.length === 0 && <p className="walk__silence">{t("walk.silence")}</p>}
      {shown.map((quote) => (
        <figure key={quote.id} className="walk__quote">
          <blockquote>{quote.text}</blockquote>
          {quote.clip &&
            (onPlayToAll ? (
              <Button icon={<Volume2 size={16} />} onClick={() => onPlayToAll(quote.id)}>
                {t("sound.together.start")}
              </Button>
            ) : (
              <PlayClip src={soundOfQuote(quote.id)} words={clipWords(t, quote.clip)} />
            ))}
        </figure>
      ))}
      {stop.quotes.length > shown.length && (
        <p className="walk__more">{t("walk.more", { count: stop.quotes.length - shown.length })}</p>
      )}
    </>
  );
}

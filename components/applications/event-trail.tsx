import { classNames } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import type { ApplicationEvent } from "@/lib/contracts/applications";
import styles from "./event-trail.module.css";

type EventTrailProps = {
  title: string;
  events: readonly ApplicationEvent[];
  toWords: (event: ApplicationEvent) => string;
  toTime: (instant: string) => string;
};

/** Everything that happened and was said, first things first. Texts are shown as they were written, never as HTML. */
export function EventTrail({ title, events, toWords, toTime }: EventTrailProps) {
  return (
    <Sheet id="history" title={title}>
      <ol className={styles.trail}>
        {events.map((event) => (
          <li key={event.id} data-actor={event.actor}>
            <p className={text.label}>{toWords(event)}</p>
            <time dateTime={event.createdAt} className={classNames(text.caption, text.muted)}>
              {toTime(event.createdAt)}
            </time>
            {event.message === "" ? null : <p className={classNames(text.body, styles.quote)}>{event.message}</p>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

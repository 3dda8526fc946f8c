"use client";

import { CompareToggle } from "@/components/compare/compare-toggle";
import { CompareTray } from "@/components/compare/compare-tray";
import type { ReactionListReply } from "@/lib/contracts/interactions";
import { ActionToasts } from "./action-toast";
import styles from "./actions.module.css";
import { CareerActions, Standing } from "./career-actions";
import { SaveButton } from "./save-button";
import type { ActionSubject } from "./subject";
import { useReactions, useSeededReactions } from "./use-reactions";

type CareerPageActionsProps = {
  subject: ActionSubject;
  isSaved: boolean;
  /** null for somebody who is not known yet: they can save, which makes them a guest. */
  reactions: ReactionListReply["items"] | null;
};

/** The actions of a list's card, on the career's own page. */
export function CareerPageActions({ subject, isSaved, reactions }: CareerPageActionsProps) {
  return (
    <ActionToasts>
      {reactions === null ? (
        <div className={styles.row}>
          <SaveButton subject={subject} isSaved={isSaved} />
          <CompareToggle code={subject.careerCode} title={subject.career} />
        </div>
      ) : (
        <AllActions subject={subject} isSaved={isSaved} items={reactions} />
      )}
      <CompareTray />
    </ActionToasts>
  );
}

type AllActionsProps = { subject: ActionSubject; isSaved: boolean; items: ReactionListReply["items"] };

function AllActions({ subject, isSaved, items }: AllActionsProps) {
  useSeededReactions(items);
  const { reactions, set, unset } = useReactions(subject);
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <CareerActions
          subject={subject}
          isSaved={isSaved}
          reactions={reactions}
          onDismiss={(isDismissed) => (isDismissed ? set("dismiss") : unset("dismiss"))}
        />
      </div>
      <Standing reactions={reactions} />
    </div>
  );
}

"use client";

import ArrowBackRounded from "@mui/icons-material/ArrowBackRounded";
import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { AppLink } from "./app-link";
import { classNames } from "./class-names";
import styles from "./column-board.module.css";
import text from "./type.module.css";
import { useScrollEdges } from "./use-scroll-edges";

export type BoardColumn = { key: string; title: string; cards: { key: string; card: ReactNode }[] };

type ColumnBoardProps = {
  label: string;
  columns: readonly BoardColumn[];
  /** What an empty column says. */
  emptyText: string;
};

/**
 * Columns of cards side by side where there is room for them; below one another, without the empty ones, where there is not. What does not
 * fit is scrolled to: by keyboard on the board itself, or with two buttons that are there as long as there is something to scroll to.
 */
export function ColumnBoard({ label, columns, emptyText }: ColumnBoardProps) {
  const t = useTranslations("common");
  const board = useRef<HTMLElement>(null);
  const { hasBefore, hasAfter } = useScrollEdges(board);
  const move = (by: number) => board.current?.scrollBy({ left: by * 0.7 * board.current.clientWidth });
  return (
    <div className={styles.frame}>
      {hasBefore || hasAfter ? (
        <div className={styles.moves}>
          <Button
            size="small"
            startIcon={<ArrowBackRounded />}
            aria-disabled={!hasBefore || undefined}
            onClick={() => move(-1)}
          >
            {t("columnsBefore")}
          </Button>
          <Button
            size="small"
            endIcon={<ArrowForwardRounded />}
            aria-disabled={!hasAfter || undefined}
            onClick={() => move(1)}
          >
            {t("columnsAfter")}
          </Button>
        </div>
      ) : null}
      <section
        ref={board}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and must be reachable by keyboard
        tabIndex={0}
        data-more-before={hasBefore || undefined}
        data-more-after={hasAfter || undefined}
        className={styles.board}
      >
        {columns.map(({ key, title, cards }) => (
          <section
            key={key}
            aria-labelledby={`stage-${key}`}
            data-empty={cards.length === 0 || undefined}
            title={cards.length === 0 ? `${title}: ${emptyText}` : undefined}
            className={styles.column}
          >
            <h2 id={`stage-${key}`} className={classNames(text.label, styles.title)}>
              {title} <span>{cards.length}</span>
            </h2>
            {cards.length === 0 ? null : (
              <ol className={styles.cards}>
                {cards.map((entry) => (
                  <li key={entry.key}>{entry.card}</li>
                ))}
              </ol>
            )}
          </section>
        ))}
      </section>
    </div>
  );
}

type BoardCardProps = {
  /** Of the title's element. */
  id: string;
  title: string;
  href: string;
  isWithdrawn: boolean;
  /** Above and below the title. */
  mark: ReactNode;
  note: ReactNode;
  /** Beside it. */
  figure: ReactNode;
  children: ReactNode;
};

export function BoardCard({ id, title, href, isWithdrawn, mark, note, figure, children }: BoardCardProps) {
  return (
    <article aria-labelledby={id} data-withdrawn={isWithdrawn || undefined} className={styles.card}>
      <div className={styles.cardHead}>
        <div className={styles.cardText}>
          {mark}
          <h3 className={classNames(text.h5, styles.cardTitle)}>
            <AppLink id={id} href={href}>
              {title}
            </AppLink>
          </h3>
          {note}
        </div>
        {figure}
      </div>
      {children}
    </article>
  );
}

/** What a card says only when it is asked. */
export function CardDetails({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.more}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

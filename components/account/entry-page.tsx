import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";
import { Benefits } from "./benefits";

type EntryPageProps = {
  title: string;
  intro: string;
  /** The form. */
  children: ReactNode;
  /** The way to the other form. */
  other: { question: string; href: string; label: string };
};

/** What sign-in and registration have in common: a form, the way to the other one, and what an account is good for. */
export function EntryPage({ title, intro, children, other }: EntryPageProps) {
  return (
    <PageContainer>
      <div className={styles.entry}>
        <div className={styles.entryForm}>
          <SectionHeading level={1} size="h2" title={title} intro={intro} />
          {children}
          <p className={`${text.body} ${styles.other}`}>
            {other.question} <AppLink href={other.href}>{other.label}</AppLink>
          </p>
        </div>
        <Benefits />
      </div>
    </PageContainer>
  );
}

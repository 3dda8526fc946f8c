import type { ReactNode } from "react";
import { PageContainer } from "./page-container";
import { EmptyState } from "./state-message";

type NotFoundPageProps = { title: string; text: string; actions: ReactNode };

/** What stands in place of a page that is not there. */
export function NotFoundPage({ title, text, actions }: NotFoundPageProps) {
  return (
    <PageContainer width="text">
      <EmptyState level={1} art="fog" title={title} actions={actions}>
        {text}
      </EmptyState>
    </PageContainer>
  );
}

import { PageLoading } from "@/components/site/page-loading";

export default function QuizLoading() {
  return <PageLoading width="text" blocks={2} />;
}

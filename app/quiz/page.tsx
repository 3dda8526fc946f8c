import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuizFlow } from "@/components/quiz/quiz-flow";
import { PageContainer } from "@/components/ui/page-container";
import { getQuizQuestions } from "@/lib/use-cases/get-quiz-questions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quizUi");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function QuizPage() {
  const [{ questions }, t] = await Promise.all([getQuizQuestions(), getTranslations("quiz")]);
  return (
    <PageContainer width="text">
      <QuizFlow questions={questions} textExample={t("loves.example")} />
    </PageContainer>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuizFlow } from "@/components/quiz/quiz-flow";
import type { ShownQuestion } from "@/components/quiz/shown-question";
import { PageContainer } from "@/components/ui/page-container";
import { FREE_TEXT_LENGTH_MAX } from "@/lib/contracts/quiz";
import { getQuizQuestions } from "@/lib/use-cases/get-quiz-questions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quizUi");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function QuizPage() {
  const [{ questions }, t] = await Promise.all([getQuizQuestions(), getTranslations("quiz")]);
  const textExample = t("loves.example");
  const shown = questions.map(
    (question): ShownQuestion =>
      question.kind === "text" ? { ...question, textExample, textLengthMax: FREE_TEXT_LENGTH_MAX } : question,
  );
  return (
    <PageContainer width="text">
      <QuizFlow questions={shown} />
    </PageContainer>
  );
}

import type { z } from "zod";
import {
  CareerCodeParamsSchema,
  CareerDetailReplySchema,
  CareerListQuerySchema,
  CareerListReplySchema,
  CareerSearchQuerySchema,
  CareerSearchReplySchema,
  CareerSimilarQuerySchema,
  ClusterListReplySchema,
} from "./careers";
import { QuizQuestionsReplySchema, QuizSubmitReplySchema, QuizSubmitRequestSchema } from "./quiz";
import {
  RecommendReplySchema,
  RecommendRequestSchema,
  SaveCareerReplySchema,
  SaveCareerRequestSchema,
  SessionIdParamsSchema,
  StoredResultsReplySchema,
  ViewCareerReplySchema,
  ViewCareerRequestSchema,
} from "./results";

/** One endpoint: what its route parses, what its reply must match and what the documentation says. */
export type Operation = {
  method: "get" | "post";
  /** Under /api/v1, with {parameters} as OpenAPI writes them. */
  path: string;
  tag: "Quiz" | "Results" | "Careers";
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  reply: z.ZodType;
  /** Problem replies beside 500, with what causes each. */
  problems: Partial<Record<400 | 404 | 413 | 415 | 503, string>>;
};

const NOT_READY = "The catalogue is still being loaded.";
const BODY_PROBLEMS = {
  400: "A field is missing, malformed or out of range; each is named.",
  413: "The body is larger than 256 kB.",
  415: "The body is not application/json.",
  503: NOT_READY,
} as const;
const UNKNOWN_SESSION = "There is no such quiz session.";

export const API = {
  getQuizQuestions: {
    method: "get",
    path: "/quiz/questions",
    tag: "Quiz",
    summary: "The 19 questions of the quiz",
    reply: QuizQuestionsReplySchema,
    problems: {},
  },
  submitQuiz: {
    method: "post",
    path: "/quiz/submit",
    tag: "Quiz",
    summary: "Submit one answer to each of the 19 questions",
    body: QuizSubmitRequestSchema,
    reply: QuizSubmitReplySchema,
    problems: BODY_PROBLEMS,
  },
  recommend: {
    method: "post",
    path: "/results/recommend",
    tag: "Results",
    summary: "Recommend and explain careers for a submitted quiz or for answers sent along",
    body: RecommendRequestSchema,
    reply: RecommendReplySchema,
    problems: { ...BODY_PROBLEMS, 404: UNKNOWN_SESSION },
  },
  getResults: {
    method: "get",
    path: "/results/{sessionId}",
    tag: "Results",
    summary: "The list last shown for a quiz, as stored",
    params: SessionIdParamsSchema,
    reply: StoredResultsReplySchema,
    problems: { 400: "The session id is not a UUID.", 404: UNKNOWN_SESSION, 503: NOT_READY },
  },
  saveCareer: {
    method: "post",
    path: "/results/save-career",
    tag: "Results",
    summary: "Save a career, or take that back",
    body: SaveCareerRequestSchema,
    reply: SaveCareerReplySchema,
    problems: { ...BODY_PROBLEMS, 404: "There is no such quiz session or career." },
  },
  viewCareer: {
    method: "post",
    path: "/results/view-career",
    tag: "Results",
    summary: "Record that a career was looked at",
    body: ViewCareerRequestSchema,
    reply: ViewCareerReplySchema,
    problems: { ...BODY_PROBLEMS, 404: "There is no such quiz session or career." },
  },
  listCareers: {
    method: "get",
    path: "/careers",
    tag: "Careers",
    summary: "Active careers, filtered, sorted and paged",
    query: CareerListQuerySchema,
    reply: CareerListReplySchema,
    problems: { 400: "A filter or the cursor is not usable." },
  },
  searchCareers: {
    method: "get",
    path: "/careers/search",
    tag: "Careers",
    summary: "Find careers by everyday words or a title",
    query: CareerSearchQuerySchema,
    reply: CareerSearchReplySchema,
    problems: { 400: "The query is empty or too long, or a filter is not usable." },
  },
  listClusters: {
    method: "get",
    path: "/careers/clusters",
    tag: "Careers",
    summary: "The clusters that careers belong to",
    reply: ClusterListReplySchema,
    problems: {},
  },
  getCareer: {
    method: "get",
    path: "/careers/{code}",
    tag: "Careers",
    summary: "Everything about one career",
    params: CareerCodeParamsSchema,
    reply: CareerDetailReplySchema,
    problems: { 400: "The code is malformed.", 404: "There is no such career." },
  },
  listSimilarCareers: {
    method: "get",
    path: "/careers/{code}/similar",
    tag: "Careers",
    summary: "Careers like this one",
    params: CareerCodeParamsSchema,
    query: CareerSimilarQuerySchema,
    reply: CareerSearchReplySchema,
    problems: { 400: "The code or the limit is not usable.", 404: "There is no such career." },
  },
} as const satisfies Record<string, Operation>;

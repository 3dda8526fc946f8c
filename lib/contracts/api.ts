import { ADMIN_API } from "./api-admin";
import { APPLICATIONS_API } from "./api-applications";
import { AUTH_API } from "./api-auth";
import { EMPLOYER_API } from "./api-employer";
import { JOBS_API } from "./api-jobs";
import { ME_API } from "./api-me";
import { SAVED_API } from "./api-saved";
import { TRACKING_API } from "./api-tracking";
import { TRUST_API } from "./api-trust";
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
import { BODY_PROBLEMS, NOT_READY, type Operation } from "./operation";
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

const UNKNOWN_SESSION = "There is no such quiz session.";

export const API = {
  getQuizQuestions: {
    method: "get",
    path: "/quiz/questions",
    tag: "Quiz",
    summary: "The 19 questions of the quiz",
    access: "anyone",
    reply: QuizQuestionsReplySchema,
    problems: {},
  },
  submitQuiz: {
    method: "post",
    path: "/quiz/submit",
    tag: "Quiz",
    summary: "Submit one answer to each of the 19 questions",
    access: "anyone",
    limit: "compute",
    body: QuizSubmitRequestSchema,
    reply: QuizSubmitReplySchema,
    problems: BODY_PROBLEMS,
  },
  recommend: {
    method: "post",
    path: "/results/recommend",
    tag: "Results",
    summary: "Recommend and explain careers for a submitted quiz or for answers sent along",
    access: "anyone",
    limit: "compute",
    body: RecommendRequestSchema,
    reply: RecommendReplySchema,
    problems: { ...BODY_PROBLEMS, 404: UNKNOWN_SESSION },
  },
  getResults: {
    method: "get",
    path: "/results/{sessionId}",
    tag: "Results",
    summary: "The list last shown for a quiz, as stored",
    access: "anyone",
    params: SessionIdParamsSchema,
    reply: StoredResultsReplySchema,
    problems: { 400: "The session id is not a UUID.", 404: UNKNOWN_SESSION, 503: NOT_READY },
  },
  saveCareer: {
    method: "post",
    path: "/results/save-career",
    tag: "Results",
    summary: "Save a career, or take that back",
    access: "anyone",
    limit: "tracking",
    body: SaveCareerRequestSchema,
    reply: SaveCareerReplySchema,
    problems: { ...BODY_PROBLEMS, 404: "There is no such quiz session or career." },
  },
  viewCareer: {
    method: "post",
    path: "/results/view-career",
    tag: "Results",
    summary: "Record that a career was looked at",
    access: "anyone",
    limit: "tracking",
    body: ViewCareerRequestSchema,
    reply: ViewCareerReplySchema,
    problems: { ...BODY_PROBLEMS, 404: "There is no such quiz session or career." },
  },
  listCareers: {
    method: "get",
    path: "/careers",
    tag: "Careers",
    summary: "Active careers, filtered, sorted and paged",
    access: "anyone",
    query: CareerListQuerySchema,
    reply: CareerListReplySchema,
    problems: { 400: "A filter or the cursor is not usable." },
  },
  searchCareers: {
    method: "get",
    path: "/careers/search",
    tag: "Careers",
    summary: "Find careers by everyday words or a title",
    access: "anyone",
    query: CareerSearchQuerySchema,
    reply: CareerSearchReplySchema,
    problems: { 400: "The query is empty or too long, or a filter is not usable." },
  },
  listClusters: {
    method: "get",
    path: "/careers/clusters",
    tag: "Careers",
    summary: "The clusters that careers belong to",
    access: "anyone",
    reply: ClusterListReplySchema,
    problems: {},
  },
  getCareer: {
    method: "get",
    path: "/careers/{code}",
    tag: "Careers",
    summary: "Everything about one career",
    access: "anyone",
    params: CareerCodeParamsSchema,
    reply: CareerDetailReplySchema,
    problems: { 400: "The code is malformed.", 404: "There is no such career." },
  },
  listSimilarCareers: {
    method: "get",
    path: "/careers/{code}/similar",
    tag: "Careers",
    summary: "Careers like this one",
    access: "anyone",
    params: CareerCodeParamsSchema,
    query: CareerSimilarQuerySchema,
    reply: CareerSearchReplySchema,
    problems: { 400: "The code or the limit is not usable.", 404: "There is no such career." },
  },
  ...AUTH_API,
  ...JOBS_API,
  ...ME_API,
  ...SAVED_API,
  ...TRACKING_API,
  ...TRUST_API,
  ...ADMIN_API,
  ...APPLICATIONS_API,
  ...EMPLOYER_API,
} as const satisfies Record<string, Operation>;

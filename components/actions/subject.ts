/** The career that an action is about, and where it was met. */
export type ActionSubject = {
  careerCode: string;
  /** Its title. */
  career: string;
  /** The row of a list that showed it; undefined when it was met elsewhere. */
  recommendationId?: string;
  sessionId?: string;
  surface: string;
};

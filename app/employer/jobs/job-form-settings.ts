import {
  JOB_DESCRIPTION_LENGTH_MAX,
  JOB_DESCRIPTION_LENGTH_MIN,
  JOB_TAG_COUNT_MAX,
  JOB_TITLE_LENGTH_MAX,
  SALARY_MAX,
} from "@/lib/contracts/employer";
import { SENIORITIES, SKILL_LENGTH_MAX } from "@/lib/contracts/me";

/** What the form needs of the contract, so that the browser is spared the contract itself; and the day on which it is shown. */
export const getJobFormSettings = () => ({
  seniorities: SENIORITIES,
  limits: {
    titleLengthMax: JOB_TITLE_LENGTH_MAX,
    descriptionLengthMin: JOB_DESCRIPTION_LENGTH_MIN,
    descriptionLengthMax: JOB_DESCRIPTION_LENGTH_MAX,
    salaryMax: SALARY_MAX,
    skills: { countMax: JOB_TAG_COUNT_MAX, lengthMax: SKILL_LENGTH_MAX },
  },
  today: new Date().toISOString().slice(0, 10),
});

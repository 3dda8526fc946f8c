import { useTranslations } from "next-intl";
import { Sheet } from "@/components/ui/sheet";
import type { Applicant } from "@/lib/contracts/employer";
import styles from "./board.module.css";

/** What an applicant says of themselves, and how to reach them. */
export function ApplicantAbout({ applicant }: { applicant: Applicant }) {
  const t = useTranslations("employer.applicant");
  const tLevel = useTranslations("account.profile.seniorities");
  const { email, skills, seniority, locations } = applicant;
  return (
    <Sheet id="about" title={t("about")}>
      <dl className={styles.facts}>
        <div>
          <dt>{t("contact")}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
        <div>
          <dt>{t("skills")}</dt>
          <dd>
            {skills.length === 0 ? (
              t("unknown")
            ) : (
              <ul className={styles.skills}>
                {skills.map((skill) => (
                  <li key={skill}>{skill}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("seniority")}</dt>
          <dd>{seniority === null ? t("unknown") : tLevel(seniority)}</dd>
        </div>
        <div>
          <dt>{t("locations")}</dt>
          <dd>{locations.length === 0 ? t("unknown") : locations.join("; ")}</dd>
        </div>
      </dl>
    </Sheet>
  );
}

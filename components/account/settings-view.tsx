import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";
import type { MeReply } from "@/lib/contracts/me";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import styles from "./account.module.css";
import { EmailSetting } from "./email-setting";
import { EverywhereSetting } from "./everywhere-setting";
import type { PasswordLimits } from "./password-rule";
import { PasswordSetting } from "./password-setting";
import { HistorySetting, RecordingSetting } from "./privacy-settings";
import { SettingsCard, SettingsPart } from "./settings-card";

type SettingsViewProps = {
  me: MeReply;
  /** Whether what they do may be recorded, as far as the server knows. */
  choice: KnownChoice;
  limits: PasswordLimits;
};

export function SettingsView({ me, choice, limits }: SettingsViewProps) {
  const t = useTranslations("account.settings");
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <div className={styles.stack}>
        <SettingsCard id="signing-in" title={t("accountTitle")}>
          <EmailSetting email={me.email ?? ""} />
          <PasswordSetting email={me.email ?? ""} limits={limits} />
          <EverywhereSetting />
        </SettingsCard>
        <SettingsCard id="use" title={t("privacyTitle")}>
          <HistorySetting isOn={me.usesHistory} />
          <RecordingSetting known={choice} />
        </SettingsCard>
        <SettingsCard id="data" title={t("dataTitle")}>
          <SettingsPart
            note={t("dataText")}
            control={
              <Button variant="outlined" href="/settings/data">
                {t("dataLink")}
              </Button>
            }
          />
        </SettingsCard>
      </div>
    </>
  );
}

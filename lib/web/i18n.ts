import { getRequestConfig } from "next-intl/server";
import { MESSAGES_EN } from "@/lib/messages/messages";

/** One language so far. A second one is a folder beside lib/messages/en and a choice made here. */
export default getRequestConfig(async () => ({ locale: "en", timeZone: "UTC", messages: MESSAGES_EN }));

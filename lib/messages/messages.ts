import app from "./en/app.json";
import explain from "./en/explain.json";
import quiz from "./en/quiz.json";

/** Every text of the interface in US English, by namespace. */
export const MESSAGES_EN = { ...app, quiz, explain };

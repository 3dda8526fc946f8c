import type { DeleteMeRequest } from "@/lib/contracts/user-data";
import { fetchJson } from "@/lib/web/client/fetch-json";

export const deleteMe = (body: DeleteMeRequest) => fetchJson("/api/v1/me", { method: "DELETE", body });

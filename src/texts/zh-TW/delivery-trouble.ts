/** What an administrator is told when messages could not be delivered. */
export const deliveryTrouble = {
  failed: (count: number): string => `這星期有 ${count} 則訊息沒有送到，我不會再重送。`,
  unreachable: (names: readonly string[]): string => `收不到的人：${names.join('、')}。`,
  unreachableAndMore: (names: readonly string[], more: number): string =>
    `收不到的人：${names.join('、')}，還有 ${more} 人。`,
  adviceAboutPeople: (reason: string): string =>
    `Slack 的說明是「${reason}」。如果他們已經離職或停用帳號，請更新名單；如果沒有，請他們在 Slack 打開和我的對話。`,
  advice: (reason: string): string =>
    `Slack 的說明是「${reason}」。請把這個代碼交給維護這個機器人的同事，維運文件裡有處理方式。`,
};

export type DeliveryTroubleTexts = typeof deliveryTrouble;

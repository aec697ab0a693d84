/** The modal in which anything can be looked up. */
export const lookUp = {
  title: '查職能基準',
  label: '代碼或關鍵字',
  placeholder: 'T2.2、K09、退貨',
  submit: '查詢',
  close: '關閉',
};

export type LookUpTexts = typeof lookUp;

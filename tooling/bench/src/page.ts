// The imports of a page that reads and checks reports of one form.
export { arithmetic, checkFigures, failures, parseReportAs } from '@gongkai/schema';
export { form2021 } from '@gongkai/schema/forms/form-2021';

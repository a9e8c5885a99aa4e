export { Workbook } from 'exceljs';

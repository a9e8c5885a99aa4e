/**
 * Prints the nationwide public holidays of the countries below, so that the app needs neither the library that knows
 * them nor a network. After updating date-holidays: node scripts/holidays.mjs > resources/holidays.json
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Holidays from 'date-holidays';
import { projectRoot } from './processes.mjs';

const COUNTRIES = 'AT AU BE CA CH CZ DE DK ES FI FR GB IE IS IT LU NL NO NZ PL PT SE US ZA'.split(' ');
const FIRST_YEAR = 2025;
const LAST_YEAR = 2045;

function holidayTable() {
  const { version } = JSON.parse(
    readFileSync(path.join(projectRoot, 'node_modules/date-holidays/package.json'), 'utf8'),
  );
  return {
    source: `date-holidays ${version}, CC BY-SA 3.0, 2026`,
    notice:
      'The days are taken from date-holidays by commenthol and contributors (https://github.com/commenthol/date-holidays), licensed under CC BY-SA 3.0 (its code under ISC); its data draws on Wikipedia articles. Only public holidays that hold in the whole country are kept, as month and day.',
    countries: Object.fromEntries(COUNTRIES.map((country) => [country, yearsOf(new Holidays(country))])),
  };
}

function yearsOf(holidays) {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return Object.fromEntries(
    years.map((year) => {
      const days = holidays.getHolidays(year).filter(({ type }) => type === 'public');
      return [year, [...new Set(days.map(({ date }) => date.slice(5, 10)))].sort().join(' ')];
    }),
  );
}

process.stdout.write(`${JSON.stringify(holidayTable(), null, 2)}\n`);

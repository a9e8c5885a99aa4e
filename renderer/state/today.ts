/** Today as a calendar date where the person is; changes at midnight while the window stays open. */
import { useEffect, useState } from 'react';
import { calendarDate, type CalendarDate } from '../../shared/domain/base/dates';

const CHECK_EVERY_MS = 60_000;

export function localToday(): CalendarDate {
  const now = new Date();
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function useToday(): CalendarDate {
  const [today, setToday] = useState(localToday);
  useEffect(() => {
    const timer = setInterval(() => {
      setToday(localToday());
    }, CHECK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return today;
}

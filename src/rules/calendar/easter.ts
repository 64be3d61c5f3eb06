import type { IsoDate } from './iso-date.ts';

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, valid for every year after 1582). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const daysToSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const exception = Math.floor((golden + 11 * epact + 22 * daysToSunday) / 451);
  const dayOfMarch = epact + daysToSunday - 7 * exception + 22;
  const month = dayOfMarch > 31 ? '04' : '03';
  const day = dayOfMarch > 31 ? dayOfMarch - 31 : dayOfMarch;
  return `${String(year).padStart(4, '0')}-${month}-${String(day).padStart(2, '0')}`;
}

package org.vigie.capture.extract.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time told by how long before the page was fetched it was, such as {@code 3 hours ago}, {@code
 * вчера} or {@code منذ ٥ ساعات}. Hours and minutes give an instant; longer units a day, in UTC.
 */
final class RelativeDate {
  private static final String START = "(?<![\\p{L}\\p{M}])";
  private static final String END = "(?![\\p{L}\\p{M}])";

  /** Unit → how its name begins, in the order in which they are tried. */
  private static final Map<TemporalAmount, String> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put(
        Period.ofWeeks(1),
        "week|woche|semain|seman|settiman|setman|weken|tydz|tygod|týd|týž|нед|тиж|седмиц|tjed|sedmic|nedelj"
            + "|hét|hete|săpt|hafta|həftə|أسبوع|أسابيع|اسبوع|هفته|ہفت|שבוע|veck|uge|uke|viik|nädal|savait|nedēļ|minggu|tuần"
            + "|สัปดาห์|周|週|주|კვირ|շաբաթ|हफ्त|सप्ताह|সপ্তাহ|javë|апта|wiki|linggo|εβδομάδ");
    UNITS.put(
        Period.ofMonths(1),
        "month|monat|mois|mes|мес|més|maand|miesi|měs|mjesec|місяц|lun[aăi]|ay(?!\\p{L})|شهر|أشهر|ماه|חודש"
            + "|mån|måned|kuuka|kuud|mėn|mēne|hónap|bulan|tháng|เดือน|个月|個月|か月|ヶ月|개월|თვ|ամիս|ամս|मही|মাস|muaj|μήν|buwan");
    UNITS.put(
        Duration.ofMinutes(1),
        "min|мин|хв|perc|λεπτ|dakika|dəqiqə|dk|phút|menit|دقيق|دقائق|دقیق|דק|นาที|分|분|წუთ|րոպե|मिनट|মিনিট|dakik");
    UNITS.put(
        Duration.ofHours(1),
        "hour|hr|h(?!\\p{L})|stund|std|heure|hora|hores|or[aăe]|uur|uren|godz|hodin|sat|сат|órá|óra|ur|час|годин|saat|сағат"
            + "|ساع|שע|tun[dn]|stund|val|timm|time|tim|tunti|jam|giờ|ชั่วโมง|小时|小時|時間|시간|საათ|ժամ|घंट|घण्ट|ঘণ্ট|ঘন্ট"
            + "|oras|masaa|ώρ|orë|گھنٹ");
    UNITS.put(
        Period.ofDays(1),
        "day|tag|jour|d[ií]a|die|giorn|dag|dni|dzień|den|dn[íiů]|dan|дан|дн[яеі]|ден|день|nap|zi|gün|يوم|أيام|ايام|روز|דן"
            + "|יום|ימי|יומיים|päiv|päe|dien|hari|ngày|วัน|天|日|일|დღ|օր|दिन|দিন|araw|siku|күн|kun|μέρ|ημέρ|dit|d(?!\\p{L})");
  }

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** Two of each, as Arabic and Hebrew say it by the noun's end. */
  private static final Pattern TWO =
      Pattern.compile("(?:ساعت|يوم|أسبوع|اسبوع|شهر|دقيقت)ي?ن|יומיים|שעתיים|שבועיים|חודשיים");

  private static final Pattern CLOCK = Pattern.compile("(?<!\\d)(\\d{1,2})[:.](\\d{2})(?!\\d)");
  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,3})\\s?(h|d|w|min|std|ч|дн|мин)\\.?");
  private static final Pattern ONLINE =
      word("online|онлайн|active|last seen|en línea|en ligne|в сети");
  private static final Pattern AGO =
      Pattern.compile(
          START
              + "(?:"
              + AgoWords.BEFORE
              + "|"
              + AgoWords.BEHIND
              + ")"
              + END
              + "|(?:"
              + AgoWords.JOINED
              + ")"
              + END);

  /** Years in Bulgarian, Macedonian and Serbian, whose word is one for hours in Ukrainian. */
  private static final Pattern YEARS = word("(?:пре|пред|преди)\\s.{0,20}годин\\p{L}{0,3}");

  /** Longer texts say more than that. */
  private static final int MAX_CHARS = 60;

  private static final int MAX_BESIDE = 40;

  private RelativeDate() {}

  /**
   * Returns the time that a short text tells, or null if it tells none.
   *
   * @param text with digits of ASCII alone
   * @param seen when it was so
   */
  static @Nullable Instant find(String text, Instant seen) {
    String said = text.toLowerCase(Locale.ROOT).strip();
    if (said.isEmpty() || said.length() > MAX_CHARS || ONLINE.matcher(said).find()) {
      return null;
    }
    for (int back = 2; back >= 0; back--) {
      Matcher day = Known.DAY.get(back).matcher(said);
      boolean alone = Known.SHORT_DAY.get(back).matcher(said).matches();
      if (alone || (day.find() && letters(said) - day.group().length() <= MAX_BESIDE)) {
        return day(said, seen, Period.ofDays(back));
      }
    }
    Matcher cut = SHORT.matcher(said);
    if (cut.matches()) {
      return before(cut.group(2), Integer.parseInt(cut.group(1)), seen);
    }
    if (!AGO.matcher(said).find() || YEARS.matcher(said).find()) {
      return null;
    }
    Matcher number = NUMBER.matcher(said);
    if (number.find()) {
      return before(said.substring(number.end()).strip(), Integer.parseInt(number.group()), seen);
    }
    for (String word : AGO.matcher(said).replaceAll(" ").strip().split("[\\s'’]+")) {
      Instant one = before(word, TWO.matcher(said).find() ? 2 : 1, seen);
      if (one != null) {
        return one;
      }
    }
    return null;
  }

  private static @Nullable Instant before(String said, int count, Instant seen) {
    for (Map.Entry<TemporalAmount, Pattern> unit : Known.UNIT.entrySet()) {
      if (unit.getValue().matcher(said).lookingAt()) {
        return switch (unit.getKey()) {
          case Duration exact -> seen.minus(exact.multipliedBy(count));
          case Period days -> day("", seen, days.multipliedBy(count));
          default -> null;
        };
      }
    }
    return null;
  }

  private static Instant day(String said, Instant seen, Period back) {
    LocalDate day = LocalDate.ofInstant(seen, ZoneOffset.UTC).minus(back);
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Matcher clock = CLOCK.matcher(said);
    if (!clock.find()) {
      return start;
    }
    int hour = Integer.parseInt(clock.group(1));
    boolean half = said.startsWith("pm", clock.end()) || said.startsWith(" pm", clock.end());
    int minute = Integer.parseInt(clock.group(2));
    int hours = half && hour < 12 ? hour + 12 : hour;
    return hours > 23 || minute > 59
        ? start
        : start.plus(Duration.ofHours(hours).plusMinutes(minute));
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static Pattern word(String alternatives) {
    return Pattern.compile(START + "(?:" + alternatives + ")" + END);
  }

  /** Compiled once one is asked for. */
  private static final class Known {
    static final List<Pattern> DAY = AgoWords.DAYS.stream().map(RelativeDate::word).toList();
    static final List<Pattern> SHORT_DAY =
        AgoWords.SHORT_DAYS.stream()
            .map(words ->
                Pattern.compile(
                    "(?:" + words + ")[,.]?(?:\\s?\\p{L}{0,3}\\.?\\s?\\d{1,2}[:.]\\d{2})?"))
            .toList();
    static final Map<TemporalAmount, Pattern> UNIT = new LinkedHashMap<>();

    static {
      UNITS.forEach((unit, stems) -> UNIT.put(unit, Pattern.compile("(?:" + stems + ")")));
    }
  }
}

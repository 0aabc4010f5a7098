package org.vigie.capture.extract.content;

import java.util.regex.Pattern;

/** How long ago something was, as sites of many languages say it in place of a date. */
public final class AgoShape {
  /** Longer texts say more than that. */
  private static final int MAX_CHARS = 60;

  private static final String BEFORE =
      "hace|il y a|vor|há|ha|fa|pred|prije|пре|пред|преди|acum|před|πριν|منذ|قبل|לפני|пре|fyrir";

  private static final String BEHIND =
      "ago|fa|temu|önce|evvel|geleden|sedan|siden|sitten|lalu|trước|назад|тому|atrás|ที่แล้ว|tagasi|prieš"
          + "|atpakaļ|წინ|առաջ|पहले|আগে|پیش|قبل|پہلے|yang lalu|nakaraan|iliyopita|бұрын|мурун"
          + "|олдин|oldin|əvvəl|전|前|之前|以前";

  private static final String DAYS =
      "just now|now|today|yesterday|heute|gestern|vorgestern|aujourd.hui|hier|hoy|ayer|hoje|ontem|oggi|ieri"
          + "|vandaag|gisteren|dzisiaj|dziś|wczoraj|dnes|včera|danas|jučer|juče|ma|tegnap|azi|astăzi|днес"
          + "|сегодня|вчера|сьогодні|вчора|bugün|dün|اليوم|أمس|امروز|دیروز|היום|אתמול|i dag|i går|idag|igår|tänään"
          + "|eilen|täna|eile|šiandien|vakar|šodien|vakar|hari ini|kemarin|hôm nay|hôm qua|วันนี้|เมื่อวาน|今天|昨天|前天"
          + "|今日|昨日|오늘|어제|bu gün|dünən|bugun|kecha|бүгін|кеше|leo|jana|आज|कल|আজ|গতকাল|ngayon|kahapon";

  private static final String COUNT =
      "(?:\\p{Nd}{1,3}\\+?|an?|one|une?|un|eine[rmn]?|ein|uma?|один|одну)";

  private static final Pattern AGO =
      Pattern.compile(
          "(?iu)(?:posted:? |updated:? |publié |dodano:? |размещено:? )?(?:"
              + String.join(
                  "|",
                  "(?:" + BEFORE + ") \\p{Nd}{0,3}\\+? ?\\p{L}{1,12}\\.?(?: \\p{L}{1,9}\\.?)?",
                  COUNT + " ?\\p{L}[\\p{L}\\p{M}]{0,14}\\.?\\+? ?(?:" + BEHIND + ")",
                  "\\p{Nd}{1,3} ?(?:h|d|w|m|mo|y|min|мин|ч|дн|分钟?|小时|天|日|個?月|년|일|시간|분) ?(?:ago|назад|前|전)?",
                  "(?:" + DAYS + ")[,.]?(?: \\p{L}{0,3}\\.? ?\\p{Nd}{1,2}[:.]\\p{Nd}{2})?")
              + ")");

  private AgoShape() {}

  /** Returns whether a text says how long ago something was, and no more. */
  public static boolean isAlone(String text) {
    String said = text.strip();
    return !said.isEmpty() && said.length() <= MAX_CHARS && AGO.matcher(said).matches();
  }
}

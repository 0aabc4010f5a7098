package org.vigie.capture.extract.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which sites of many languages say how long ago something was, as alternatives. */
public final class AgoWords {
  static final String BEFORE =
      "hace|il y a|vor|há|ha|fa|pred|prije|пре|пред|преди|acum|před|πριν|منذ|قبل|לפני|prieš|pirms|fyrir";

  static final String BEHIND =
      "ago|fa|temu|önce|evvel|geleden|sedan|siden|sitten|yang lalu|lalu|trước|назад|тому|atrás|tagasi|atpakaļ"
          + "|ezelőtt|წინ|առաջ|पहले|अघि|আগে|پیش|قبل|پہلے|nakaraan|iliyopita|zilizopita|бұрын|мурун|олдин|oldin|əvvəl";

  /** Such words of scripts that set no space before them. */
  static final String JOINED = "ที่แล้ว|ที่ผ่านมา|전|前|之前|以前";

  /** Words for the day on which a page was fetched, for the one before it, and for that before. */
  static final List<String> DAYS =
      List.of(
          "just now|today|heute|aujourd.hui|hoy|hoje|oggi|vandaag|dzisiaj|dziś|dnes|danas|данас|azi|astăzi|днес"
              + "|сегодня|сьогодні|bugün|اليوم|امروز|היום|i dag|idag|tänään|täna|šiandien|šodien|hari ini|hôm nay"
              + "|วันนี้|今天|今日|오늘|bu gün|bugun|бүгін|आज|আজ|ngayon|σήμερα|danes|დღეს|այսօր|avui|hoxe",
          "yesterday|gestern|ayer|ontem|ieri|gisteren|wczoraj|včera|jučer|juče|јуче|tegnap|вчера|вчора|dün"
              + "|أمس|دیروز|אתמול|i går|igår|eilen|eile|vakar|kemarin|hôm qua|เมื่อวาน|昨天|昨日|어제|dünən|kecha|кеше"
              + "|গতকাল|kahapon|χθες|χτες|včeraj|გუშინ|երեկ|ahir|onte",
          "vorgestern|avant-hier|anteayer|anteontem|eergisteren|przedwczoraj|předevčírem|позавчора|позавчера|前天|그제");

  /** Such words that are others elsewhere, and then say it only alone. */
  static final List<String> SHORT_DAYS = List.of("ma|leo|sot", "hier|jana|dje", "pardje");

  private AgoWords() {}

  /** Returns those that stand before a number of days or hours. */
  public static String before() {
    return BEFORE;
  }

  /** Returns those that stand behind it. */
  public static String behind() {
    return BEHIND + "|" + JOINED;
  }

  /** Returns those that name a day by themselves. */
  public static String days() {
    return Stream.concat(DAYS.stream(), SHORT_DAYS.stream()).collect(Collectors.joining("|"));
  }
}

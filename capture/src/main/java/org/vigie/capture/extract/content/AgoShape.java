package org.vigie.capture.extract.content;

import java.util.regex.Pattern;
import org.vigie.capture.extract.page.AgoWords;

/** How long ago something was, as sites of many languages say it in place of a date. */
public final class AgoShape {
  /** Longer texts say more than that. */
  private static final int MAX_CHARS = 60;

  private static final String COUNT =
      "(?:\\p{Nd}{1,3}\\+?|an?|one|une?|un|eine[rmn]?|ein|uma?|один|одну)";

  private static final Pattern AGO =
      Pattern.compile(
          "(?iu)(?:posted:? |updated:? |publié |dodano:? |размещено:? )?(?:"
              + String.join(
                  "|",
                  "(?:"
                      + AgoWords.before()
                      + ") \\p{Nd}{0,3}\\+? ?\\p{L}{1,12}\\.?(?: \\p{L}{1,9}\\.?)?",
                  COUNT + " ?\\p{L}[\\p{L}\\p{M}]{0,14}\\.?\\+? ?(?:" + AgoWords.behind() + ")",
                  "\\p{Nd}{1,3} ?(?:h|d|w|m|mo|y|min|мин|ч|дн|分钟?|小时|天|日|個?月|년|일|시간|분) ?(?:ago|назад|前|전)?",
                  "(?:now|कल|"
                      + AgoWords.days()
                      + ")[,.]?(?: \\p{L}{0,3}\\.? ?\\p{Nd}{1,2}[:.]\\p{Nd}{2})?")
              + ")");

  private AgoShape() {}

  /** Returns whether a text says how long ago something was, and no more. */
  public static boolean isAlone(String text) {
    String said = text.strip();
    return !said.isEmpty() && said.length() <= MAX_CHARS && AGO.matcher(said).matches();
  }
}

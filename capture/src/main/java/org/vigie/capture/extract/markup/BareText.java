package org.vigie.capture.extract.markup;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The letters and digits of a text alone, in lower case: the same however the text was written
 * down, as a page, as JSON or in a script.
 */
public final class BareText {
  /**
   * Escapes of JSON and scripts; where one is within another, the backslashes are several. It is
   * tried at the first of them alone, or a million would cost their square.
   */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?<!\\\\)\\\\++(?:u\\{([0-9a-f]{1,6})\\}|u([0-9a-f]{4})|x([0-9a-f]{2})|[nrtbfv])",
          Pattern.CASE_INSENSITIVE);

  /** Of bounded length, since not every sign for less begins a tag. */
  private static final Pattern TAG = Pattern.compile("<[^<>]{1,1000}>");

  private BareText() {}

  /** Returns what a text has of letters and digits. */
  public static String of(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /**
   * Returns the same of an answer of any kind, escapes and character references undone: once with
   * what stands in its tags and once without.
   */
  public static List<String> ofAnswer(byte[] bytes, String contentType) {
    String source = unescaped(EncodedText.of(bytes, contentType).whole());
    // Markup in a field of JSON is often escaped once more.
    String text = Parser.unescapeEntities(Parser.unescapeEntities(source, false), false);
    String untagged = TAG.matcher(text).replaceAll("");
    return untagged.length() == text.length() ? List.of(of(text)) : List.of(of(text), of(untagged));
  }

  private static String unescaped(String source) {
    if (source.indexOf('\\') < 0) {
      return source;
    }
    return ESCAPE
        .matcher(source)
        .replaceAll(escape -> Matcher.quoteReplacement(meant(escape.group())));
  }

  private static String meant(String escape) {
    String code = escape.toLowerCase(Locale.ROOT).replaceAll("^\\\\+[uxnrtbfv]|[{}]", "");
    int meant = code.isEmpty() ? ' ' : HexFormat.fromHexDigits(code);
    return Character.isValidCodePoint(meant) ? Character.toString(meant) : " ";
  }
}

package org.vigie.capture.extract.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The shape of an element of a list: its tag and its first class, but for numbers. */
public final class ItemShape {
  /** By these numbers a page's columns differ, the wide one from that beside it. */
  private static final Pattern GRID =
      Pattern.compile("(?:col|span|large|medium|small)(?:-[a-z]{1,6}){0,3}-(?:[1-9]|1[0-2])");

  /** Nobody names a class by more characters; a page that does would be read slowly. */
  private static final int MAX_NAME = 60;

  /** Each second row is shaded. */
  private static final Pattern TURNS =
      Pattern.compile("(?i)(?:\\w{1,12}[-_])?(?:odd|even|alt)(?:[-_]?row)?");

  private ItemShape() {}

  public static String of(Element element) {
    String classes = element.className().stripLeading();
    int space = classes.indexOf(' ');
    String first = space < 0 ? classes : classes.substring(0, space);
    first = first.substring(0, Math.min(MAX_NAME, first.length()));
    first = TURNS.matcher(first).matches() ? "" : first;
    boolean column = GRID.matcher(first).matches();
    return element.normalName() + "." + (column ? first : first.replaceAll("\\d+", ""));
  }
}

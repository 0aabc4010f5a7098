package org.vigie.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;

/**
 * What the page knows of each character.
 *
 * @see UnicodeTables which writes it
 */
public final class Unicode {
  private static final Unicode ALL = new Unicode(PageData.image("unicode"));

  private final Map<Integer, String> folded;
  private final Map<Integer, String> looks;
  private final Ranges inside;
  private final Ranges combining;
  private final Ranges ignorable;
  private final Ranges numeric;

  private Unicode(ImageIn in) {
    this.folded = texts(in);
    this.looks = texts(in);
    this.inside = new Ranges(in.ints(), in.ints());
    this.combining = new Ranges(in.ints(), in.ints());
    this.ignorable = new Ranges(in.ints(), in.ints());
    this.numeric = new Ranges(in.ints(), in.ints());
  }

  private static Map<Integer, String> texts(ImageIn in) {
    Map<Integer, String> texts = new HashMap<>();
    int[] characters = in.ints();
    int i = 0;
    for (String text : in.texts()) {
      texts.put(characters[i++], text);
    }
    return texts;
  }

  /** Values of characters, by the first of each range. */
  private record Ranges(int[] from, int[] values) {
    int of(int c) {
      int at = Arrays.binarySearch(from, c);
      return values[at >= 0 ? at : -at - 2];
    }
  }

  /** Returns what a text is with each character folded by NFKC_Casefold, not yet composed. */
  public static String folded(CharSequence text) {
    return mapped(text, ALL.folded);
  }

  /** Returns what a text looks like (UTS #39), character by character. */
  public static String look(String text) {
    return mapped(text, ALL.looks);
  }

  private static String mapped(CharSequence text, Map<Integer, String> map) {
    StringBuilder mapped = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      String other = map.get(c);
      if (other == null) {
        mapped.appendCodePoint(c);
      } else {
        mapped.append(other);
      }
      i += Character.charCount(c);
    }
    return mapped.toString();
  }

  public static boolean hasBoundaryBefore(int c) {
    return ALL.inside.of(c) == 0;
  }

  public static int combiningClass(int c) {
    return ALL.combining.of(c);
  }

  public static boolean isIgnorable(int c) {
    return ALL.ignorable.of(c) != 0;
  }

  public static int numericValue(int c) {
    return ALL.numeric.of(c);
  }
}

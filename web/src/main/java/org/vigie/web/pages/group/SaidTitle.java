package org.vigie.web.pages.group;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.casework.render.Said;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Phrases;

/** What a group of adverts is called in lists: by what it says, how large it is, and where. */
public final class SaidTitle {
  private static final String BETWEEN = " · ";

  private SaidTitle() {}

  /**
   * Returns a title such as {@code Documents kept, debt · 6 adverts · Lyon, Leeds}; one that says
   * no sign has the beginning of an advert in its place.
   */
  public static String of(Said said, Phrases phrases) {
    List<String> parts = new ArrayList<>();
    if (!said.signs().isEmpty()) {
      parts.add(signs(said, phrases));
    } else if (!said.quotes().isEmpty()) {
      parts.add("“" + SafeText.line(Defanged.text(said.quotes().getFirst().text())) + "”");
    }
    parts.addAll(rest(said, phrases));
    return String.join(BETWEEN, parts);
  }

  /** Returns the signs in the reader's language, with a capital; empty if there are none. */
  static String signs(Said said, Phrases phrases) {
    String signs =
        said.signs().stream().map(sign -> sign(sign, phrases)).collect(Collectors.joining(", "));
    if (signs.isEmpty()) {
      return signs;
    }
    int first = signs.offsetByCodePoints(0, 1);
    return signs.substring(0, first).toUpperCase(phrases.language()) + signs.substring(first);
  }

  private static String sign(Said.Sign sign, Phrases phrases) {
    return sign.family().isEmpty()
        ? phrases.indicator(sign.row(), "")
        : phrases.of("family." + sign.family());
  }

  /** Returns how many adverts, and where, as far as that is known. */
  static List<String> rest(Said said, Phrases phrases) {
    List<String> rest = new ArrayList<>();
    if (said.adverts() > 0) {
      rest.add(phrases.of("said.adverts", said.adverts()));
    }
    if (!said.places().isEmpty()) {
      rest.add(String.join(", ", said.places()));
    }
    return rest;
  }
}

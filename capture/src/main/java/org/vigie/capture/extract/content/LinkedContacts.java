package org.vigie.capture.extract.content;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers and the name by which a text's links reach somebody on a messenger, where the text
 * itself doesn't say them: behind "write to us" stands all that tells who that is.
 */
public final class LinkedContacts {
  private static final String TELEPHONE = "telephone";
  private static final String CONTACT = "contact";

  /** A text that links to more is a directory. */
  private static final int MAX_NUMBERS = 3;

  private static final int MAX_LINKS = 50;

  /** Digits of a number that a text may write without its country. */
  private static final int NATIONAL = 7;

  /** Other sites have parameters of such names, too. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:https?://(?:www\\.)?(?:wa\\.me/|signal\\.me/#p/"
              + "|(?:(?:api|web)\\.)?whatsapp\\.com/send/?\\?(?:[^#]*&)?phone=)"
              + "|(?:whatsapp|viber|tg)://\\w+/?\\?(?:[^#]*&)?(?:phone|number)=)"
              + "(?:\\+|%2b)?(\\d{8,15})(?!\\w)");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)https?://(?:www\\.)?(?:t|telegram)\\.me/"
              + "(?!(?:joinchat|share|proxy|socks|boost|login|addstickers|addemoji|addlist)\\b)"
              + "([a-z]\\w{4,31})/?(?:\\?.*)?");

  private static final Pattern OWN =
      Pattern.compile("(?i)https?://(?:t|telegram)\\.me/(?:s/)?(\\w+).*");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private LinkedContacts() {}

  /**
   * Returns {@code telephone} and {@code contact} as adverts declare them, each only if there is
   * one.
   *
   * @param text all that is said beside the links
   * @param links addresses with blanks between
   * @param url where the text stands: a channel doesn't reach anybody by its own name
   */
  public static Map<String, String> of(String text, String links, String url) {
    if (links.isBlank()) {
      return Map.of();
    }
    String digits = text.replaceAll("\\D", "");
    String said = text.toLowerCase(Locale.ROOT);
    Matcher own = OWN.matcher(url);
    String channel = own.matches() ? own.group(1).toLowerCase(Locale.ROOT) : "";
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    BLANKS
        .splitAsStream(links.strip())
        .limit(MAX_LINKS)
        .forEach(link -> {
          Matcher number = NUMBER.matcher(link);
          Matcher name = NAME.matcher(link);
          if (number.lookingAt() && !digits.contains(national(number.group(1)))) {
            numbers.add("+" + number.group(1));
          } else if (name.matches()) {
            names.add(name.group(1).toLowerCase(Locale.ROOT));
          }
        });
    names.removeIf(name -> name.equals(channel) || said.contains(name));
    Map<String, String> reach = new TreeMap<>();
    if (!numbers.isEmpty() && numbers.size() <= MAX_NUMBERS) {
      reach.put(TELEPHONE, String.join(", ", numbers));
    }
    if (names.size() == 1) {
      reach.put(CONTACT, "handle:telegram:" + names.iterator().next());
    }
    return reach;
  }

  private static String national(String number) {
    return number.substring(number.length() - NATIONAL);
  }
}

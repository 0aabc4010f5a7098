package org.vigie.pipeline.shared;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactType;

/**
 * The names of accounts that an advert bears or names, in small letters and without the service or
 * site, as one party likes to bear one name wherever it writes.
 */
final class AccountNames {
  /** What a site calls whoever has no name begins so. */
  static final String NO_SITES_OWN = "(?!user|guest|anon|member|account)";

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w.@/)\\]])@(\\w[\\w.]{6,62}\\w)", Pattern.UNICODE_CHARACTER_CLASS);

  /** Three parts in small letters and more; two also stand where a space is missing. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w.@/:-])(\\p{Ll}\\w{1,24}(?:\\.\\p{Ll}\\w{1,24}){2,4})(?![\\w@/:-]|\\.\\w)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Long, of several parts, no host, and given by no site to whoever bears none. */
  private static final Pattern OWN =
      Pattern.compile(
          NO_SITES_OWN
              + "(?=.*\\p{L})(?=.*[0-9._])[\\p{L}0-9._]{8,64}"
              + "(?<!\\.(?:\\p{L}{2,3}|info))");

  /** Many bear the same first and last name with a dot between. */
  private static final Pattern FIRST_AND_LAST = Pattern.compile("\\p{L}+\\.\\p{L}+");

  private static final int MOST = 3;

  private AccountNames() {}

  /** Returns them, each once. */
  static List<String> in(AssessedAdvert assessed) {
    String text = assessed.advert().text();
    return Stream.of(
            Stream.of(ofAccount(assessed)).filter(name -> !FIRST_AND_LAST.matcher(name).matches()),
            ofHandles(assessed),
            Stream.of(MENTION, BARE).flatMap(pattern -> named(pattern, text)))
        .flatMap(names -> names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> OWN.matcher(name).matches())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<String> named(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  /** Returns the name alone of the account that posted it, or nothing. */
  static String ofAccount(AssessedAdvert assessed) {
    String account = assessed.advert().account();
    String name = account.substring(account.indexOf(' ') + 1);
    return name.startsWith("@") ? name.substring(1) : name;
  }

  /** Returns the names alone of the handles that it names, in order. */
  static Stream<String> ofHandles(AssessedAdvert assessed) {
    return assessed.contacts().stream()
        .filter(contact -> contact.type() == ContactType.HANDLE)
        .map(contact -> contact.value().substring(contact.value().indexOf(':') + 1))
        .sorted();
  }
}

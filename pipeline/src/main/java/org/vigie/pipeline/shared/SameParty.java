package org.vigie.pipeline.shared;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContentId;
import org.vigie.advert.SharedMeaning;
import org.vigie.advert.SharedMeaning.Beside;

/**
 * What joins an advert with others of one party, whatever they say: the account that posted it, as
 * answers often go there and the text names no contact; and the names of accounts, its own and
 * those that it names, as one party likes to bear one name wherever it writes.
 */
public final class SameParty {
  /**
   * A name that strangers don't choose alike: long, and with a digit or an underscore inside. Many
   * bear the same first and last name with a dot between.
   */
  private static final Pattern TELLING =
      Pattern.compile(AccountNames.NO_SITES_OWN + "(?=.*[0-9_]).{8,64}", Pattern.DOTALL);

  private static final int MOST_NAMES = 3;

  private SameParty() {}

  /** Returns the {@linkplain SharedMeaning#key keys}, each once. */
  public static List<String> keys(AssessedAdvert assessed) {
    String account = assessed.advert().account();
    Stream<String> sender =
        account.isEmpty() ? Stream.empty() : Stream.of(key(Beside.SENDER, account));
    String author = AccountNames.ofAccount(assessed).toLowerCase(Locale.ROOT);
    Stream<String> names =
        Stream.concat(Stream.of(author), AccountNames.ofHandles(assessed))
            .filter(name -> TELLING.matcher(name).matches())
            .distinct()
            .limit(MOST_NAMES)
            .map(name -> key(Beside.NAME, name));
    return Stream.concat(sender, names).toList();
  }

  private static String key(Beside beside, String shared) {
    return new SharedMeaning(beside, ContentId.of("", beside.name(), shared)).key();
  }
}

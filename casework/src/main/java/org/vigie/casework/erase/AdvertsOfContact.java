package org.vigie.casework.erase;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;

/**
 * The adverts that name one of some contacts, which go when a person asks that all of theirs go.
 * Contacts are compared whole: a number that merely ends alike may be a stranger's.
 */
public final class AdvertsOfContact {
  private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[\\d ().\\-/]{6,40}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@:]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern KEY = Pattern.compile("[a-z-]+:\\S+");

  /** Digits of the longest code of a country. */
  private static final int LONGEST_CODE = 3;

  private AdvertsOfContact() {}

  /**
   * Returns the ids of the adverts, in order.
   *
   * @param typed a phone with its country's code, an e-mail address or the key of a contact, each
   * @throws UserError if something else is typed; the message doesn't repeat it
   */
  public static List<String> in(AdvertIndex index, List<String> typed) throws IOException {
    List<Predicate<AssessedAdvert>> asked = typed.stream().map(AdvertsOfContact::asked).toList();
    SortedSet<String> adverts = new TreeSet<>();
    index.forEachAdvert(
        "",
        hit -> {
          if (asked.stream().anyMatch(one -> one.test(hit.advert()))) {
            adverts.add(hit.advert().advert().id());
          }
        });
    return List.copyOf(adverts);
  }

  private static Predicate<AssessedAdvert> asked(String typed) {
    String word = typed.strip();
    if (PHONE.matcher(word).matches()) {
      String digits =
          word.replaceFirst("^00", "").replaceFirst("\\(0\\)", "").replaceAll("\\D", "");
      return named(contact ->
              contact.type() == ContactType.PHONE
                  && contact.value().replaceAll("\\D", "").equals(digits))
          .or(advert -> spells(advert, digits));
    }
    String folded = word.toLowerCase(Locale.ROOT);
    if (EMAIL.matcher(word).matches()) {
      return named(contact ->
          contact.type() == ContactType.EMAIL
              && contact.value().toLowerCase(Locale.ROOT).equals(folded));
    }
    if (KEY.matcher(word).matches()) {
      // Names and addresses are kept in small letters, wallets as they are written.
      boolean anyCase = folded.startsWith("handle:") || folded.startsWith("email:");
      return named(
          contact -> anyCase ? contact.key().equalsIgnoreCase(word) : contact.key().equals(word));
    }
    throw UserError.ofUsage(
        "a contact is typed as a phone with its country's code (+44 …), an e-mail address, or a"
            + " key such as handle:telegram:NAME, but one here isn't");
  }

  private static Predicate<AssessedAdvert> named(Predicate<Contact> asked) {
    return advert -> advert.contacts().stream().anyMatch(asked);
  }

  /** Whether an advert says a phone in words without its country's code. */
  static boolean spells(AssessedAdvert advert, String digits) {
    return advert.entities().unplacedNumbers().stream()
        .map(number -> number.replaceFirst("^0+", ""))
        .anyMatch(
            number -> digits.endsWith(number) && digits.length() - number.length() <= LONGEST_CODE);
  }
}

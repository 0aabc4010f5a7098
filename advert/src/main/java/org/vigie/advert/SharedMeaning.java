package org.vigie.advert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What adverts of different texts have in common beside the contacts that they name, so that it
 * joins them into a network: they say the same and share something that few others have, or they
 * come from one account, or name an account alike.
 *
 * <p>It is known by a hash alone, so that it tells neither account nor picture nor amount.
 *
 * @param beside what they share beside their meaning
 * @param hash of the meaning and of what is shared
 */
public record SharedMeaning(Beside beside, String hash) {
  private static final String PREFIX = "meaning:";

  /** What adverts that say the same may share. */
  public enum Beside {
    /** The account of a site that posted them. */
    ACCOUNT,
    /** A picture, by its address. */
    PICTURE,
    /** Two facts that few adverts state, such as a price and working hours. */
    FACTS,
    /** The last digits of a phone number, for whichever country it is read. */
    NUMBER,
    /** The account of a site alone, whatever its adverts say. */
    SENDER,
    /** The name of an account, at whichever service or site. */
    NAME;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String joint() {
      return switch (this) {
        case ACCOUNT -> "meaning-and-account";
        case PICTURE -> "meaning-and-picture";
        case FACTS -> "meaning-and-facts";
        case NUMBER -> "meaning-and-number";
        case SENDER -> "account";
        case NAME -> "name";
      };
    }

    private String described() {
      return switch (this) {
        case ACCOUNT -> "same meaning and same account";
        case PICTURE -> "same meaning and same picture";
        case FACTS -> "same meaning and two same facts";
        case NUMBER -> "same last digits of a phone";
        case SENDER -> "same account";
        case NAME -> "same name of an account";
      };
    }
  }

  /** Returns it as one word, such as {@code meaning:account-0123}, where a contact's key stands. */
  public String key() {
    return PREFIX + beside.label() + "-" + hash;
  }

  /** Returns whether what joins a network is this, and no contact. */
  public static boolean isOne(String key) {
    return key.startsWith(PREFIX);
  }

  /** Returns whether it is this, by facts that adverts may share by chance. */
  public static boolean isOfFacts(String key) {
    return key.startsWith(PREFIX + Beside.FACTS.label() + "-");
  }

  /** Returns whether it is this, by the last digits of a phone number. */
  public static boolean isOfNumber(String key) {
    return key.startsWith(PREFIX + Beside.NUMBER.label() + "-");
  }

  /** Returns whether it is this, by an account or its name alone. */
  public static boolean isOfParty(String key) {
    return key.startsWith(PREFIX + Beside.SENDER.label() + "-")
        || key.startsWith(PREFIX + Beside.NAME.label() + "-");
  }

  /** Returns what it shares, as a word that message files say: a contact's key as it is. */
  public static String joint(String key) {
    return beside(key).map(Beside::joint).orElse(key);
  }

  /** Returns what joins a network in words: a contact's key as it is. */
  public static String described(String key) {
    return beside(key).map(Beside::described).orElse(key);
  }

  private static Optional<Beside> beside(String key) {
    return Arrays.stream(Beside.values())
        .filter(beside -> key.startsWith(PREFIX + beside.label() + "-"))
        .findFirst();
  }
}

package org.vigie.exchange.deconflict;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.text.safe.SafeText;

/**
 * A contact in the one form that two agencies must agree upon to find that they share it: a phone
 * as E.164, an e-mail address in lower case, a handle as {@code service:name} in lower case, a
 * wallet as {@code network:address}, an IBAN in capitals without spaces.
 *
 * @param type what kind of contact it is: one that leads to somebody
 * @param value its normal form
 */
public record Selector(ContactType type, String value) implements Comparable<Selector> {
  /** The longest value; RFC 9497 allows inputs of up to 65,535 bytes. */
  private static final int LONGEST = 320;

  /** ITU-T E.164: a plus sign and up to 15 digits, of which the first is no nought. */
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}");
  private static final Pattern OF_A_PLACE = Pattern.compile("[a-z0-9.-]+:\\S+");

  public Selector {
    boolean fits =
        switch (type) {
          case PHONE -> PHONE.matcher(value).matches();
          case EMAIL -> EMAIL.matcher(value).matches();
          case IBAN -> IBAN.matcher(value).matches();
          case HANDLE, WALLET -> OF_A_PLACE.matcher(value).matches();
          default -> false;
        };
    if (!fits || value.length() > LONGEST || !value.codePoints().allMatch(SafeText::isVisible)) {
      throw new IllegalArgumentException(
          "a selector must be a phone, an e-mail address, a handle, a wallet or an IBAN in normal"
              + " form, but this isn't a "
              + type.label()
              + " of that form");
    }
  }

  /**
   * Returns the selector of a contact's {@link Contact#key key}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Selector of(String key) {
    ContactType type = Contact.typeOf(key);
    String value = Normalizer.normalize(key.substring(key.indexOf(':') + 1), Normalizer.Form.NFC);
    return new Selector(
        type,
        switch (type) {
          case EMAIL, HANDLE -> value.toLowerCase(Locale.ROOT);
          case IBAN -> value.toUpperCase(Locale.ROOT);
          case WALLET -> wallet(value);
          default -> value;
        });
  }

  /** Returns whether a contact's key stands for something that is compared. */
  public static boolean isOne(String key) {
    try {
      of(key);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the contact's key. */
  public String key() {
    return type.label() + ":" + value;
  }

  /**
   * Returns what goes into the function: version, kind and value, so that no kind meets another.
   */
  byte[] input() {
    return ("vigie-deconflict-1\0" + type.label() + "\0" + value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(Selector other) {
    return type == other.type
        ? value.compareTo(other.value)
        : type.label().compareTo(other.type.label());
  }

  /** Addresses in hexadecimal and in Bech32 mean the same in either case; Base58 doesn't. */
  private static String wallet(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    String address = lower.substring(lower.indexOf(':') + 1);
    boolean isInOneCase = address.startsWith("0x") || address.startsWith("bc1");
    return isInOneCase
        ? lower
        : lower.substring(0, lower.indexOf(':') + 1) + value.substring(value.indexOf(':') + 1);
  }
}

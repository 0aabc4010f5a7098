package org.vigie.classifier.entity;

import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/** Which contacts money is sent to: accounts, wallets, and handles of services that pay. */
public final class PaymentContacts {
  private static final Set<String> SERVICES =
      Set.of("cashapp", "venmo", "paypal", "revolut", "wise");

  private PaymentContacts() {}

  /**
   * Returns whether a contact is one.
   *
   * @param key {@link Contact#key}
   * @throws IllegalArgumentException if it is no key
   */
  public static boolean isOne(String key) {
    return switch (Contact.typeOf(key)) {
      case IBAN, WALLET -> true;
      case HANDLE ->
          SERVICES.contains(serviceOf(key)) || MobileMoney.NAMES.contains(serviceOf(key));
      case PHONE, EMAIL, URL, ACCOUNT, PICTURE -> false;
    };
  }

  private static String serviceOf(String key) {
    int start = ContactType.HANDLE.label().length() + 1;
    int end = key.indexOf(':', start);
    return end < 0 ? "" : key.substring(start, end);
  }
}

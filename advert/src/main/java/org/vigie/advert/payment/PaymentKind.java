package org.vigie.advert.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/** The kinds of contact that money is sent to. */
public enum PaymentKind {
  IBAN,
  WALLET,
  /** An account that a telephone number, a till or a voucher stands for. */
  MOBILE_MONEY,
  /** An account of a service on the web that pays. */
  PAYMENT_SERVICE;

  /** Services on the web that pay, by the names that handles bear. */
  private static final Set<String> SERVICES =
      Set.of("cashapp", "venmo", "paypal", "revolut", "wise");

  /** Services of money on telephones, tills and vouchers, by the names that handles bear. */
  public static final Set<String> MOBILE =
      Set.of(
          ("airtel bizum bkash blik cbebirr dana daviplata easypaisa ecocash esewa "
                  + "evcplus freemoney gcash gopay gpay jazzcash khalti lydia mbway mobilepay "
                  + "moov mpesa mtn nagad neosurf nequi orangemoney ovo paybill paysafecard "
                  + "paytm pcs phonepe pix plin qiwi sahal sbp swish telebirr tigopesa till "
                  + "transcash twint vipps vodafonecash wave yape yoomoney zaad zalopay zelle")
              .split(" "));

  /** Returns the lower-case form used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the kind of a contact; none if no money is sent to it.
   *
   * @param key {@link Contact#key}
   * @throws IllegalArgumentException if it is no key
   */
  public static Optional<PaymentKind> of(String key) {
    return Optional.ofNullable(
        switch (Contact.typeOf(key)) {
          case IBAN -> IBAN;
          case WALLET -> WALLET;
          case HANDLE -> ofService(serviceOf(key)).orElse(null);
          case PHONE, EMAIL, URL, ACCOUNT, PICTURE -> null;
        });
  }

  private static Optional<PaymentKind> ofService(String service) {
    if (MOBILE.contains(service)) {
      return Optional.of(MOBILE_MONEY);
    }
    return SERVICES.contains(service) ? Optional.of(PAYMENT_SERVICE) : Optional.empty();
  }

  private static String serviceOf(String key) {
    int start = ContactType.HANDLE.label().length() + 1;
    int end = key.indexOf(':', start);
    return end < 0 ? "" : key.substring(start, end);
  }
}

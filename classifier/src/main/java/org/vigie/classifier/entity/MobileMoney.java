package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.text.NormalizedText;

/**
 * Finds accounts of money that telephones and shops hold: the phone beside "M-Pesa" or "Orange
 * Money", the till after "paybill", the code of a voucher. Each is a handle of the service that
 * pays; the phone stays a phone.
 */
final class MobileMoney {
  /** How a service is called in folded text → its name; longer names stand first. */
  private static final Map<String, String> SERVICES = new LinkedHashMap<>();

  /** What a number behind is of a till or a voucher → its name, and how many digits it has. */
  private static final Map<String, Numbered> NUMBERED = new LinkedHashMap<>();

  static {
    name("mpesa", "m-pesa", "mpesa", "m pesa", "lipa na mpesa");
    name("orangemoney", "orange money", "orange-money", "اورنج موني", "أورنج موني");
    name("wave", "wave");
    name("mtn", "mtn momo", "mtn mobile money", "mtn money", "momo", "mtn");
    name("airtel", "airtel money", "airtel");
    name("ecocash", "ecocash", "eco cash");
    name("bkash", "bkash", "বিকাশ");
    name("nagad", "nagad", "নগদ");
    name("tigopesa", "tigo pesa", "tigopesa", "mixx by yas");
    name("moov", "moov money", "flooz");
    name("freemoney", "free money");
    name("vodafonecash", "vodafone cash", "vodacash", "فودافون كاش");
    name("evcplus", "evc plus", "evcplus", "evc");
    name("zaad", "zaad");
    name("sahal", "golis sahal");
    name("telebirr", "telebirr", "ቴሌብር");
    name("cbebirr", "cbe birr");
    name("gcash", "gcash", "g-cash");
    name("easypaisa", "easypaisa", "easy paisa", "ایزی پیسہ");
    name("jazzcash", "jazzcash", "jazz cash", "جاز کیش");
    name("esewa", "esewa");
    name("khalti", "khalti");
    name("paytm", "paytm");
    name("phonepe", "phonepe", "phone pe");
    name("gpay", "gpay", "google pay");
    name("gopay", "gopay");
    name("ovo", "ovo");
    name("dana", "dana");
    name("zalopay", "zalopay");
    name("bizum", "bizum");
    name("blik", "blik");
    name("mbway", "mb way", "mbway");
    name("swish", "swish");
    name("twint", "twint");
    name("mobilepay", "mobilepay", "mobile pay");
    name("vipps", "vipps");
    name("lydia", "lydia");
    name("zelle", "zelle");
    name("pix", "chave pix", "pix");
    name("nequi", "nequi");
    name("daviplata", "daviplata");
    name("yape", "yape");
    name("plin", "plin");
    name("qiwi", "qiwi", "киви");
    name("yoomoney", "yoomoney", "юmoney", "юмани");
    name("sbp", "сбп");
    NUMBERED.put("paybill", new Numbered("paybill", 5, 7));
    NUMBERED.put("pay bill", new Numbered("paybill", 5, 7));
    for (String till : new String[] {"till no", "till number", "till:", "till #", "lipa till"}) {
      NUMBERED.put(till, new Numbered("till", 5, 8));
    }
    NUMBERED.put("buy goods", new Numbered("till", 5, 8));
    NUMBERED.put("lipa namba", new Numbered("till", 5, 8));
    NUMBERED.put("paysafecard", new Numbered("paysafecard", 16, 16));
    NUMBERED.put("neosurf", new Numbered("neosurf", 10, 10));
    NUMBERED.put("transcash", new Numbered("transcash", 12, 12));
    NUMBERED.put("pcs", new Numbered("pcs", 10, 10));
  }

  /** Services that pay, by the names that handles bear. */
  static final Set<String> NAMES = names();

  private static final int BEFORE = 32;
  private static final int BEHIND = 20;

  private final NormalizedText text;
  private final String folded;

  private MobileMoney(NormalizedText text) {
    this.text = text;
    this.folded = text.folded();
  }

  private record Numbered(String name, int least, int most) {}

  private static void name(String service, String... spellings) {
    for (String spelling : spellings) {
      SERVICES.put(NormalizedText.of(spelling).folded(), service);
    }
  }

  private static Set<String> names() {
    Set<String> names = new java.util.HashSet<>(SERVICES.values());
    NUMBERED.values().forEach(numbered -> names.add(numbered.name()));
    return Set.copyOf(names);
  }

  /** Returns the tills and voucher codes of a text, whose digits are no phones. */
  static List<Found> numbers(NormalizedText text) {
    MobileMoney money = new MobileMoney(text);
    List<Found> found = new ArrayList<>();
    NUMBERED.forEach((word, numbered) -> money.findNumbers(word, numbered, found));
    return found;
  }

  /**
   * Returns the accounts that phones in a text are.
   *
   * @param phones what was found so far, of which phones alone count
   */
  static List<Found> accounts(NormalizedText text, List<Found> phones) {
    MobileMoney money = new MobileMoney(text);
    List<Found> found = new ArrayList<>();
    for (Found phone : phones) {
      if (phone.contact().type() == ContactType.PHONE && phone.end() > phone.start()) {
        money.findService(phone, found);
      }
    }
    return found;
  }

  private void findNumbers(String word, Numbered numbered, List<Found> found) {
    int at = folded.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      int start = isWord(at, end) ? firstDigit(end) : -1;
      if (start >= 0) {
        addNumber(at, start, numbered, found);
      }
      at = folded.indexOf(word, end);
    }
  }

  /** Returns where a number begins behind " no. ", " number: " or nothing, or -1. */
  private int firstDigit(int from) {
    int i = from;
    boolean apart = isSign(folded.charAt(from - 1));
    while (i < folded.length() && i - from < 12 && !isDigit(folded.charAt(i))) {
      char c = folded.charAt(i);
      if (c == '\n' || c == ',') {
        return -1;
      }
      apart |= !Character.isLetter(c);
      i++;
    }
    String between =
        folded.substring(from, i).replaceAll("[ .:#\u00B0n\u00BAo-]|umber|code|amba", "");
    return apart && between.isEmpty() && i < folded.length() && isDigit(folded.charAt(i)) ? i : -1;
  }

  private static boolean isSign(char c) {
    return c == ':' || c == '#';
  }

  private void addNumber(int start, int digitsAt, Numbered numbered, List<Found> found) {
    StringBuilder digits = new StringBuilder();
    int i = digitsAt;
    while (i < folded.length() && (isDigit(folded.charAt(i)) || isGap(i))) {
      if (isDigit(folded.charAt(i))) {
        digits.append(folded.charAt(i));
      }
      i++;
    }
    boolean whole = i == folded.length() || !Character.isLetterOrDigit(folded.charAt(i));
    if (whole && digits.length() >= numbered.least() && digits.length() <= numbered.most()) {
      found.add(handle(numbered.name(), digits.toString(), start, i));
    }
  }

  /** Digits of a code may stand in groups. */
  private boolean isGap(int i) {
    char c = folded.charAt(i);
    return (c == ' ' || c == '-') && i + 1 < folded.length() && isDigit(folded.charAt(i + 1));
  }

  private void findService(Found phone, List<Found> found) {
    String before = folded.substring(Math.max(0, phone.start() - BEFORE), phone.start());
    before = before.substring(before.lastIndexOf('\n') + 1);
    String after = folded.substring(phone.end(), Math.min(folded.length(), phone.end() + BEHIND));
    int line = after.indexOf('\n');
    after = line < 0 ? after : after.substring(0, line);
    String digits = phone.contact().value().substring(1);
    for (Map.Entry<String, String> service : SERVICES.entrySet()) {
      String word = service.getKey();
      int at = before.lastIndexOf(word);
      int start = at < 0 ? phone.end() + after.indexOf(word) : phone.start() - before.length() + at;
      boolean there = at >= 0 || after.contains(word);
      if (there && isWord(start, start + word.length()) && !hasDigit(start, phone)) {
        found.add(handle(service.getValue(), digits, start, start + word.length()));
        return;
      }
    }
  }

  /** Returns whether another number stands between a service and a phone. */
  private boolean hasDigit(int service, Found phone) {
    int from = service < phone.start() ? service : phone.end();
    int to = service < phone.start() ? phone.start() : service;
    return folded.substring(from, to).chars().anyMatch(c -> isDigit((char) c));
  }

  private Found handle(String service, String account, int start, int end) {
    Contact contact =
        new Contact(
            ContactType.HANDLE, service + ":" + account, "", text.originalSpan(start, end), 0);
    return new Found(contact, start, end);
  }

  private boolean isWord(int start, int end) {
    boolean opens = start == 0 || !Character.isLetterOrDigit(folded.charAt(start - 1));
    boolean closes =
        end >= folded.length()
            || isSign(folded.charAt(end - 1))
            || !Character.isLetterOrDigit(folded.charAt(end));
    return opens && closes;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

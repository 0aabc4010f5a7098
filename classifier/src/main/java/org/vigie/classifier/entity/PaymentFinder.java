package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.iban4j.bban.BbanStructure;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.classifier.wallet.Wallets;
import org.vigie.text.NormalizedText;

/** Finds bank accounts and wallets, each believed by its checksum alone. */
final class PaymentFinder {
  private final NormalizedText text;
  private final String folded;
  private final List<Found> found = new ArrayList<>();

  private PaymentFinder(NormalizedText text) {
    this.text = text;
    this.folded = text.folded();
  }

  static List<Found> in(NormalizedText text) {
    PaymentFinder finder = new PaymentFinder(text);
    finder.read();
    return finder.found;
  }

  private void read() {
    int i = 0;
    while (i < folded.length()) {
      if (!isPart(folded.charAt(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < folded.length() && isPart(folded.charAt(end))) {
        end++;
      }
      int account = endOfIban(i);
      if (account > i) {
        add(ContactType.IBAN, typed(i, account).toUpperCase(Locale.ROOT), i, account);
        i = account;
      } else {
        readWallet(i, end);
        i = end;
      }
    }
  }

  private void readWallet(int start, int end) {
    if (end - start < Wallets.MIN_LENGTH || end - start > Wallets.MAX_LENGTH) {
      return;
    }
    String wallet = Wallets.normalForm(typed(start, end));
    if (!wallet.isEmpty()) {
      add(ContactType.WALLET, wallet, start, end);
    }
  }

  /** Returns where the IBAN that begins at a position ends, or the position if none does. */
  private int endOfIban(int start) {
    int length = ibanLength(start);
    if (length == 0) {
      return start;
    }
    StringBuilder iban = new StringBuilder();
    int i = start;
    while (i < folded.length() && iban.length() < length) {
      char c = folded.charAt(i);
      boolean gap = (c == ' ' || c == '-' || c == '.') && i + 1 < folded.length();
      if (isPart(c)) {
        iban.append((char) (c >= 'a' ? c - 32 : c));
      } else if (!gap || !isPart(folded.charAt(i + 1))) {
        return start;
      }
      i++;
    }
    boolean whole = iban.length() == length;
    boolean ends = i >= folded.length() || !Character.isLetterOrDigit(folded.charAt(i));
    return whole && ends && IbanUtil.isValid(iban.toString()) ? i : start;
  }

  /** Returns how many letters and digits an IBAN has by its country, or 0 if none begins so. */
  private int ibanLength(int start) {
    boolean begins =
        start + 4 <= folded.length()
            && isLetter(folded.charAt(start))
            && isLetter(folded.charAt(start + 1))
            && isDigit(folded.charAt(start + 2))
            && isDigit(folded.charAt(start + 3));
    if (!begins) {
      return 0;
    }
    CountryCode country =
        CountryCode.getByCode(folded.substring(start, start + 2).toUpperCase(Locale.ROOT));
    BbanStructure structure = country == null ? null : BbanStructure.forCountry(country);
    return structure == null ? 0 : 4 + structure.getBbanLength();
  }

  private void add(ContactType type, String value, int start, int end) {
    int steps = Disguise.of(text, start, end);
    found.add(
        new Found(new Contact(type, value, "", text.originalSpan(start, end), steps), start, end));
  }

  /** Returns letters and digits in the case in which they were typed, since wallets have it. */
  private String typed(int start, int end) {
    StringBuilder typed = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      if (isPart(c)) {
        int at = text.originalStart(i);
        char before = text.original().charAt(at);
        typed.append(isLetter(c) && before == c - 32 ? before : c);
      }
    }
    return typed.toString();
  }

  private static boolean isPart(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

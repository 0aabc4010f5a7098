package org.vigie.exchange.partner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.advert.payment.PaymentKind;
import org.vigie.exchange.id.NameUuid;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * The accounts that adverts name, as a report of the goAML schema: an activity without
 * transactions, whose parties are accounts. What only the reporting entity and its unit know is a
 * placeholder, and {@link #missing} names it.
 *
 * @see <a href="https://unite.un.org/goaml/">goAML</a>
 */
final class GoAml {
  /** Where the schema wants a name or a code that adverts don't tell. */
  private static final String UNKNOWN = "UNKNOWN";

  /** What the schema lets a comment have. */
  private static final int LONGEST_COMMENT = 8_000;

  /** What the schema lets an account's number or a branch have. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_IBAN = 34;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

  private final ExportHeader header;

  GoAml(ExportHeader header) {
    this.header = header;
  }

  /** Returns the elements that are placeholders, each with what stands there. */
  static List<String> missing() {
    return List.of(
        "rentity_id (1)",
        "report_code (AIF)",
        "currency_code_local (XXX)",
        "report_indicators (ORGC1)",
        "institution_code and account_name (UNKNOWN)");
  }

  /**
   * Returns the report.
   *
   * @throws UserError if no advert names an account, since a report has a party at least, or if one
   *     is longer than the schema lets it be or holds what can't be seen
   */
  String xml(List<SharedAdvert> adverts) {
    MoneyTrail trail = MoneyTrail.of(adverts);
    if (trail.instruments().isEmpty()) {
      throw UserError.ofInput(
          "a goAML report must have an account as its party, but no advert names an IBAN, wallet or"
              + " payment account");
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- %s. Placeholders that the reporting entity must replace: %s. -->
    <report>
    <rentity_id>1</rentity_id>
    <rentity_branch>%s</rentity_branch>
    <submission_code>E</submission_code>
    <report_code>AIF</report_code>
    <entity_reference>%s</entity_reference>
    <report_date>%s</report_date>
    <currency_code_local>XXX</currency_code_local>
    <reason>%s</reason>
    <activity>
    <report_parties>
    %s</report_parties>
    </activity>
    <report_indicators>
    <indicator>ORGC1</indicator>
    </report_indicators>
    </report>
    """
        .formatted(
            header.handling(),
            String.join(", ", missing()),
            line(header.authority()),
            reference(trail, header.authority()),
            time(header.at()),
            reason(),
            trail.instruments().stream()
                .map(each -> party(trail, each))
                .collect(Collectors.joining()));
  }

  /** The same accounts in other adverts, or from another authority, are another report. */
  private static String reference(MoneyTrail trail, String authority) {
    List<String> parts = new ArrayList<>(List.of(authority));
    Set<String> adverts = new TreeSet<>();
    for (MoneyTrail.Instrument each : trail.instruments()) {
      parts.add(each.contact().key());
      adverts.addAll(each.adverts().keySet());
    }
    parts.add("");
    parts.addAll(adverts);
    return "vigie-" + NameUuid.of(parts.toArray(String[]::new));
  }

  private String reason() {
    return "Public adverts with signs of trafficking in human beings name these accounts. The adverts"
        + " are leads; no payment was seen. Handling: "
        + header.handling();
  }

  private static String party(MoneyTrail trail, MoneyTrail.Instrument each) {
    return """
    <report_party>
    <account>
    %s</account>
    <reason>%s</reason>
    <comments>%s</comments>
    </report_party>
    """
        .formatted(
            account(each),
            line(
                "Named as %s%s in %s"
                    .formatted(
                        each.kind().label(),
                        each.service().isEmpty() ? "" : " (" + each.service() + ")",
                        Words.count(each.adverts().size(), "advert", "adverts"))),
            comments(trail, each));
  }

  /**
   * The schema has an order for these. Who holds the account isn't said: a service or a network
   * isn't its institution, and many services on telephones are run by banks.
   */
  private static String account(MoneyTrail.Instrument each) {
    String number = number(each);
    StringBuilder xml = new StringBuilder();
    xml.append(element("institution_code", UNKNOWN));
    xml.append(element("account", number));
    xml.append(element("account_name", UNKNOWN));
    if (each.kind() == PaymentKind.IBAN) {
      xml.append(element("iban", number));
    }
    return xml.append(element("account_type", type(each.kind()))).toString();
  }

  /** Part of a number, or one with escapes, would be another account's. */
  private static String number(MoneyTrail.Instrument each) {
    String number = each.account();
    int longest = each.kind() == PaymentKind.IBAN ? LONGEST_IBAN : LONGEST_NAME;
    if (number.isEmpty() || number.length() > longest || !SafeText.line(number).equals(number)) {
      throw UserError.ofInput(
          ("an account of a goAML report must have 1 to %d characters, all of them visible, but one of"
                  + " %d is not so: export without %s, which %s it")
              .formatted(
                  longest,
                  number.length(),
                  ReferralText.whole(each.adverts().keySet(), ", ", LONGEST_NAME),
                  each.adverts().size() == 1 ? "names" : "name"));
    }
    return number;
  }

  /** A code of the schema's own list. */
  private static String type(PaymentKind kind) {
    return switch (kind) {
      case IBAN, MOBILE_MONEY -> "-";
      case WALLET -> "CRYWT";
      case PAYMENT_SERVICE -> "FDWLT";
    };
  }

  private static String element(String name, String value) {
    return "<%1$s>%2$s</%1$s>\n".formatted(name, line(value));
  }

  private static String comments(MoneyTrail trail, MoneyTrail.Instrument each) {
    String text =
        """
        First seen: %s
        Last seen: %s
        Highest risk (machine estimate): %s
        Sums named beside it: %s
        Contacts named beside it (adverts): %s
        Accounts with one of these contacts beside them: %s
        Adverts: %s\
        """
            .formatted(
                each.first(),
                each.last(),
                Words.risk(each.risk()),
                list(each.sums(), LONGEST_COMMENT / 16),
                list(MoneyTable.beside(each), LONGEST_COMMENT / 3),
                list(trail.linked(each), LONGEST_COMMENT / 4),
                list(each.adverts().keySet(), LONGEST_COMMENT / 4));
    return XmlText.block(text);
  }

  /** Escapes of controls count as well. */
  private static String list(Collection<String> all, int longest) {
    return ReferralText.whole(all.stream().map(SafeText::line).toList(), "; ", longest);
  }

  private static String line(String text) {
    return XmlText.line(ReferralText.cut(SafeText.line(text), LONGEST_NAME));
  }

  private static String time(Instant at) {
    return TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}

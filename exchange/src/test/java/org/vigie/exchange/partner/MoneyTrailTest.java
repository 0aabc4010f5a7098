package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;
import org.vigie.text.ProcessorTime;

/** What a financial intelligence unit gets. */
class MoneyTrailTest {
  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7 <Example> & co", Tlp.AMBER, Adverts.NOON);

  private static final List<SharedAdvert> ADVERTS =
      List.of(
          PaidAdverts.of("First", 1, 300, "", PaidAdverts.IBAN, PaidAdverts.PHONE),
          PaidAdverts.of("Second", 0, 90.5, "", PaidAdverts.IBAN, PaidAdverts.TELEGRAM),
          PaidAdverts.of("Third", 2, 0, "", PaidAdverts.WALLET, PaidAdverts.PHONE),
          PaidAdverts.of("Fourth", 3, 300, "", PaidAdverts.MPESA, PaidAdverts.IBAN));

  @Test
  void followsEachAccountWithSumsAndWhoElseStandsBesideIt() {
    List<Map<String, String>> rows = Csv.read(PartnerFormat.FIU.write(HEADER, ADVERTS));

    assertThat(rows)
        .extracting(row -> row.get("kind") + " " + row.get("service"))
        .containsExactly("mobile-money mpesa", "iban ", "wallet bitcoin");
    assertThat(rows.get(1))
        .contains(
            entry("account", "GB33BUKB20201555555555"),
            entry("country", "GB"),
            entry("first_seen", "2026-03-01T12:00:00Z"),
            entry("last_seen", "2026-03-04T12:00:00Z"),
            entry("sums_named_beside_it", "300 EUR once; 90.50 EUR once"),
            entry(
                "named_beside",
                "handle:mpesa:447700900123 (1); handle:telegram:example_name (1);"
                    + " phone:+447700900123 (1)"),
            entry("linked_by_a_contact", "wallet:bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
            entry("handling", "TLP:AMBER"));
    assertThat(rows.get(2)).contains(entry("linked_by_a_contact", "iban:GB33BUKB20201555555555"));
  }

  @Test
  void linksWhatTheRuleSaysWhateverStandsInAdverts() {
    Random random = new Random(17);
    int links = 0;
    for (int round = 0; round < 200; round++) {
      List<SharedAdvert> adverts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Contact[] contacts = new Contact[random.nextInt(4)];
        Arrays.setAll(contacts, at -> contact(random.nextInt(10)));
        adverts.add(PaidAdverts.of("Advert " + i, i, 1, "", contacts));
      }
      MoneyTrail trail = MoneyTrail.of(adverts);
      for (MoneyTrail.Instrument one : trail.instruments()) {
        assertThat(trail.linked(one)).isEqualTo(byTheRule(trail, one));
        links += trail.linked(one).size();
      }
    }
    assertThat(links).isGreaterThan(100);
  }

  private static Contact contact(int number) {
    return number % 2 == 0
        ? Contact.declared(ContactType.WALLET, "bitcoin:" + number)
        : Contact.declared(ContactType.HANDLE, "telegram:example_" + number);
  }

  private static List<String> byTheRule(MoneyTrail trail, MoneyTrail.Instrument one) {
    Set<String> beside = one.beside().keySet();
    return trail.instruments().stream()
        .filter(other -> other != one && !beside.contains(other.contact().key()))
        .filter(other -> !Collections.disjoint(other.beside().keySet(), beside))
        .map(other -> other.contact().key())
        .toList();
  }

  @Test
  void linksManyAccountsOfOneTelephoneInTimeAndSaysThatThereAreMore() {
    List<SharedAdvert> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Contact wallet = Contact.declared(ContactType.WALLET, "bitcoin:" + (10_000 + i));
      many.add(PaidAdverts.of("Advert " + i, 0, 1, "", wallet, PaidAdverts.PHONE));
    }
    MoneyTrail trail = MoneyTrail.of(many);

    List<Integer> linked =
        ProcessorTime.within(
            Duration.ofSeconds(10),
            () -> trail.instruments().stream().map(one -> trail.linked(one).size()).toList());
    assertThat(linked).containsOnly(MoneyTrail.MOST_LINKED + 1);
    assertThat(trail.linked(trail.instruments().getFirst()))
        .endsWith(MoneyTrail.MORE)
        .startsWith("wallet:bitcoin:10001");
  }

  @Test
  void isTheSameTrailWhereAnAdvertIsThereTwice() {
    List<SharedAdvert> twice = List.of(ADVERTS.get(0), ADVERTS.get(1), ADVERTS.get(0));

    assertThat(PartnerFormat.FIU.write(HEADER, twice))
        .isEqualTo(PartnerFormat.FIU.write(HEADER, ADVERTS.subList(0, 2)));
  }

  @Test
  void saysThatNoAdvertNamesAnAccount() {
    List<SharedAdvert> none = List.of(PaidAdverts.of("None", 0, 5, "", PaidAdverts.TELEGRAM));

    assertThat(Csv.read(PartnerFormat.FIU.write(HEADER, none)))
        .singleElement()
        .extracting(row -> row.get("kind"))
        .isEqualTo("none named");
    assertThatThrownBy(() -> PartnerFormat.GOAML.write(HEADER, none))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must have an account as its party");
  }

  @Test
  void namesAccountsAndAuthorityInAReport() {
    String report = PartnerFormat.GOAML.write(HEADER, ADVERTS);

    assertThat(report)
        .contains("<account_type>CRYWT</account_type>", "<iban>GB33BUKB20201555555555</iban>")
        .contains("<rentity_branch>Unit 7 &lt;Example&gt; &amp; co</rentity_branch>");
  }

  @Test
  void cutsAListOfContactsBetweenTwo() {
    Contact[] many = new Contact[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = Contact.declared(ContactType.HANDLE, "telegram:example_" + "x".repeat(40) + i);
    }
    many[0] = PaidAdverts.WALLET;

    String report =
        PartnerFormat.GOAML.write(HEADER, List.of(PaidAdverts.of("Odd", 0, 1, "", many)));

    assertThat(report).containsPattern("example_x{40}\\d+ \\(1\\) … and \\d+ more\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1\u200B2", "1\uD83D", "7_256"})
  void refusesAnAccountRatherThanWriteAnother(String account) {
    String number = account.equals("7_256") ? "7".repeat(256) : account;
    SharedAdvert advert =
        PaidAdverts.of("Odd", 0, 1, "", Contact.declared(ContactType.WALLET, "bitcoin:" + number));

    assertThatThrownBy(() -> PartnerFormat.GOAML.write(HEADER, List.of(advert)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 to 255 characters")
        .hasMessageContaining(" " + number.length() + " is not so: export without " + advert.id());
  }

  @Test
  void saysOfNoServiceThatItHoldsTheAccount() {
    SharedAdvert bizum =
        PaidAdverts.of(
            "Bizum", 0, 1, "", Contact.declared(ContactType.HANDLE, "bizum:34600000000"));

    String report =
        PartnerFormat.GOAML.write(HEADER, List.of(bizum, ADVERTS.get(0), ADVERTS.get(2)));

    assertThat(report)
        .doesNotContain("institution_name", "non_bank_institution", "FDWLT")
        .contains("<reason>Named as mobile-money (bizum) in 1 advert</reason>")
        .contains("<reason>Named as wallet (bitcoin) in 1 advert</reason>")
        .contains("<reason>Named as iban in 1 advert</reason>");
  }

  @Test
  void takesNobodyForAPartyToAPayment() {
    String all =
        PartnerFormat.GOAML.write(HEADER, ADVERTS) + PartnerFormat.FIU.write(HEADER, ADVERTS);

    assertThat(all).doesNotContainIgnoringCase("counterpart").contains("Contacts named beside it");
  }

  @Test
  void refersToAnotherReportWhereAuthorityAccountsOrAdvertsDiffer() {
    SharedAdvert again = PaidAdverts.of("Again", 4, 5, "", PaidAdverts.IBAN);
    SharedAdvert wallet = PaidAdverts.of("Again", 4, 5, "", PaidAdverts.WALLET);
    ExportHeader later =
        new ExportHeader(HEADER.authority(), Tlp.AMBER, Adverts.NOON.plusSeconds(60));
    ExportHeader other = new ExportHeader("Unit 8", Tlp.AMBER, Adverts.NOON);
    String first = reference(HEADER, ADVERTS.get(0), ADVERTS.get(1));

    assertThat(reference(later, ADVERTS.get(1), ADVERTS.get(0)))
        .as("the same, handed over again")
        .isEqualTo(first);
    assertThat(
            Set.of(
                first,
                reference(other, ADVERTS.get(0), ADVERTS.get(1)),
                reference(HEADER, ADVERTS.get(0), again),
                reference(HEADER, ADVERTS.get(0), wallet)))
        .hasSize(4);
  }

  private static String reference(ExportHeader header, SharedAdvert... adverts) {
    String report = PartnerFormat.GOAML.write(header, List.of(adverts));
    return report.substring(
        report.indexOf("<entity_reference>"), report.indexOf("</entity_reference>"));
  }

  @Test
  void namesEachPlaceholderThatItWrites() {
    String report = PartnerFormat.GOAML.write(HEADER, ADVERTS);

    for (String left : PartnerFormat.GOAML.leftToFill()) {
      String value = left.substring(left.indexOf('(') + 1, left.indexOf(')'));
      assertThat(report).contains(">" + value + "</").contains(left);
    }
  }
}

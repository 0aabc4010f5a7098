package org.vigie.casework.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Severity;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerList;
import org.vigie.exchange.partner.PartnerSelector;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;

class WatchlistImportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  @Test
  void takesOfAContactThatIsListedTwiceTheStricterMarkingAndTheEndThatIsSaid() {
    WatchlistImport found =
        of(
            terms(null),
            new PartnerSelector("email:a@example.org", "", null, null),
            new PartnerSelector("email:a@example.org", "x", Tlp.RED, JUNE),
            new PartnerSelector("email:b@example.org", "", null, null),
            new PartnerSelector("email:b@example.org", "", null, TODAY.minusDays(1)));

    assertThat(found.added()).containsExactly(watched("email:a@example.org", "x", "red", JUNE));
    assertThat(found.already()).isEqualTo(2);
    assertThat(found.expired()).isEqualTo(1);
  }

  @Test
  void takesOverWhatCanBeWatchedAndCountsTheRest() {
    WatchlistImport found =
        of(
            terms(null),
            new PartnerSelector("+33 6 39 98 00 01", "a driver", Tlp.RED, JUNE),
            new PartnerSelector("phone:+33639980001", "again", null, null),
            new PartnerSelector("handle:Telegram:Example_Name", "", null, null),
            new PartnerSelector("email:known@example.org", "", null, null),
            new PartnerSelector("email:old@example.org", "", null, TODAY.minusDays(1)),
            new PartnerSelector("email:last-day@example.org", "", null, TODAY),
            new PartnerSelector("https://example.org", "", null, null));

    assertThat(found.added())
        .containsExactly(
            watched("phone:+33639980001", "a driver", "red", JUNE),
            watched("handle:telegram:example_name", "", "green", null),
            watched("email:last-day@example.org", "", "green", TODAY));
    assertThat(found.already()).isEqualTo(2);
    assertThat(found.expired()).isEqualTo(1);
    assertThat(found.unknown())
        .isEqualTo(Map.of("ipv4-addr", 3, "text that names no contact, or several", 1));
  }

  @Test
  void tellsWhichWatchedContactsTheListMarksStricter() {
    WatchlistImport found =
        of(
            terms(null),
            new PartnerSelector("email:green@example.org", "", Tlp.RED, null),
            new PartnerSelector("email:known@example.org", "", Tlp.CLEAR, null));
    WatchlistImport looser =
        of(terms(null), new PartnerSelector("email:green@example.org", "", Tlp.CLEAR, null));

    assertThat(found.stricter())
        .isEqualTo(
            Map.of("email:green@example.org", Tlp.RED, "email:known@example.org", Tlp.CLEAR));
    assertThat(found.added()).isEmpty();
    assertThat(looser.stricter()).isEmpty();
  }

  @Test
  void endsWithTheEarlierOfTheListsDayAndOurs() {
    WatchlistImport found =
        of(
            terms(JUNE),
            new PartnerSelector("email:a@example.org", "", null, JUNE.plusDays(9)),
            new PartnerSelector("email:b@example.org", "", null, JUNE.minusDays(9)),
            new PartnerSelector("email:c@example.org", "", null, null));

    assertThat(found.added())
        .extracting(WatchedContact::until)
        .containsExactly(JUNE, JUNE.minusDays(9), JUNE);
  }

  private static WatchlistImport of(WatchlistImport.Terms terms, PartnerSelector... selectors) {
    return WatchlistImport.of(
        new PartnerList("stix", List.of(selectors), new TreeMap<>(Map.of("ipv4-addr", 3))),
        terms,
        List.of(
            watched("email:known@example.org", "", "", null),
            watched("email:green@example.org", "", "green", null)),
        text -> text.startsWith("+33") ? List.of("phone:" + text.replace(" ", "")) : List.of());
  }

  private static WatchlistImport.Terms terms(@Nullable LocalDate until) {
    return new WatchlistImport.Terms("Agency", Tlp.GREEN, until, Severity.WARNING, TODAY);
  }

  private static WatchedContact watched(
      String key, String note, String marking, @Nullable LocalDate until) {
    return new WatchedContact(key, note, Severity.WARNING, "Agency", marking, until);
  }
}

package org.vigie.exchange.partner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.text.safe.CsvText;
import org.vigie.text.safe.Words;

/**
 * The accounts, wallets and mobile money that adverts name, as a table for a financial intelligence
 * unit: one a row, with the sums and the contacts that stand beside it.
 */
final class MoneyTable {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "service",
          "account",
          "country",
          "first_seen",
          "last_seen",
          "adverts",
          "sums_named_beside_it",
          "named_beside",
          "linked_by_a_contact",
          "highest_risk_machine_estimate",
          "sites",
          "addresses",
          "handling");

  private final ExportHeader header;

  MoneyTable(ExportHeader header) {
    this.header = header;
  }

  String csv(List<SharedAdvert> adverts) {
    MoneyTrail trail = MoneyTrail.of(adverts);
    String rows =
        trail.instruments().stream().map(each -> row(trail, each)).collect(Collectors.joining());
    return CsvText.row(COLUMNS) + (rows.isEmpty() ? none() : rows);
  }

  private String none() {
    List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
    cells.set(0, "none named");
    cells.set(cells.size() - 1, header.handling());
    return CsvText.row(cells);
  }

  private String row(MoneyTrail trail, MoneyTrail.Instrument each) {
    return CsvText.row(
        List.of(
            each.kind().label(),
            each.service(),
            each.account(),
            each.country(),
            each.first().toString(),
            each.last().toString(),
            String.join(" ", each.adverts().keySet()),
            String.join("; ", each.sums()),
            String.join("; ", beside(each)),
            String.join("; ", trail.linked(each)),
            Words.risk(each.risk()),
            String.join(" ", sites(each)),
            String.join(" ", addresses(each)),
            header.handling()));
  }

  /** Returns who else, and in how many adverts: {@code phone:+44… (3)}. */
  static List<String> beside(MoneyTrail.Instrument instrument) {
    return instrument.beside().entrySet().stream()
        .map(other -> other.getKey() + " (" + other.getValue() + ")")
        .toList();
  }

  private static Set<String> sites(MoneyTrail.Instrument instrument) {
    Set<String> sites = new LinkedHashSet<>();
    instrument.adverts().values().forEach(handed -> sites.add(handed.advert().advert().site()));
    return sites;
  }

  private static Set<String> addresses(MoneyTrail.Instrument instrument) {
    Set<String> addresses = new LinkedHashSet<>();
    instrument.adverts().values().forEach(handed -> addresses.add(handed.advert().advert().url()));
    addresses.remove("");
    return addresses;
  }
}

package org.vigie.search.hidden;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.search.document.AdvertQueries;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.text.finding.EnglishLines;
import org.vigie.text.finding.SignLines;

/**
 * Alerts as far as they are about what is shown.
 *
 * <p>One about something of which a part is hidden is told anew of the rest: how many adverts there
 * are, and in how many of them the signs stand that it rests on. It stays as severe as it was.
 * Where fewer than two adverts are left, or no sign, there is no alert.
 */
public final class ShownAlerts {
  /** Signs that a headline names. */
  private static final int NAMED = 3;

  private final HiddenThings hidden;
  private final ShownSums sums;
  private final IndexDocuments shown;

  public ShownAlerts(HiddenThings hidden, ShownSums sums, IndexDocuments shown) {
    this.hidden = hidden;
    this.sums = sums;
    this.shown = shown;
  }

  public Optional<Alert> of(Optional<Alert> found) throws IOException {
    if (found.isEmpty() || hidden.hides(found.get().subject())) {
      return Optional.empty();
    }
    Alert alert = found.get();
    Optional<Query> adverts = sums.advertsOf(alert.subject());
    if (adverts.isPresent()) {
      return retold(alert, adverts.get());
    }
    List<Evidence> left =
        alert.evidence().stream()
            .filter(one -> !hidden.adverts().contains(one.advertId()))
            .toList();
    return Optional.of(left.size() == alert.evidence().size() ? alert : alert.withEvidence(left));
  }

  private Optional<Alert> retold(Alert alert, Query adverts) throws IOException {
    long count = shown.count(adverts);
    List<Evidence> evidence = sums.examples(alert.evidence(), adverts);
    if (count < 2 || evidence.isEmpty()) {
      return Optional.empty();
    }
    List<Finding> names = new ArrayList<>();
    List<AlertLine> reasons = new ArrayList<>();
    for (Evidence one : evidence) {
      Optional<Indicator> sign = sign(one);
      if (sign.isPresent()) {
        names.add(SignLines.name(sign.get()));
        long with = shown.count(AdvertQueries.showing(one.indicator(), adverts));
        reasons.add(SignLines.inAdverts(sign.get(), with, count));
      }
    }
    Finding about = about(alert.subject()).with("adverts", count);
    EnglishLines told =
        EnglishLines.of(AlertLine.of(about, names.stream().limit(NAMED).toList()), reasons);
    Instant last = Extent.of(shown, adverts).last(alert.at());
    return Optional.of(
        alert.retold(
            last.isBefore(alert.at()) ? last : alert.at(),
            told.headline(),
            told.reasons(),
            told.lines(),
            evidence));
  }

  private Optional<Indicator> sign(Evidence evidence) throws IOException {
    Optional<AssessedAdvert> advert =
        shown.find(Kind.ADVERT, evidence.advertId(), AssessedAdvert.class);
    return advert.stream()
        .flatMap(found -> found.indicators().stream())
        .filter(found -> found.id().equals(evidence.indicator()))
        .findFirst();
  }

  private Finding about(String subject) throws IOException {
    if (hidden.inContacts().containsKey(subject)) {
      return Finding.of("shown-contact");
    }
    if (hidden.inNetworks().containsKey(subject)) {
      return Finding.of("shown-network");
    }
    return Finding.of("shown-campaign");
  }
}

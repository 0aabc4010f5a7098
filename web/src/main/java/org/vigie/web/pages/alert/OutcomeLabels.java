package org.vigie.web.pages.alert;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Alert;
import org.vigie.advert.Evidence;
import org.vigie.casework.AlertOutcome;
import org.vigie.training.labelling.Label;
import org.vigie.training.labelling.LabelFile;
import org.vigie.web.pages.part.LiveIndex;

/**
 * What people found out about alerts, as labels of the adverts on which the alerts rest: a lead
 * says that these are risky, nothing says that they aren't, and anything else says neither.
 *
 * <p>A label stands once two people agree, as with those of {@code ./vigie label}.
 */
public final class OutcomeLabels {
  /** One outcome mustn't outweigh all that people labelled one by one. */
  private static final int MOST_ADVERTS = 20;

  private final LiveIndex index;
  private final LabelFile labels;
  private final Clock clock;

  public OutcomeLabels(LiveIndex index, LabelFile labels, Clock clock) {
    this.index = index;
    this.labels = labels;
    this.clock = clock;
  }

  void add(String alertId, String account, AlertOutcome outcome) throws IOException {
    if (outcome != AlertOutcome.LEAD && outcome != AlertOutcome.NOTHING) {
      return;
    }
    Optional<Alert> alert = index.read(adverts -> adverts.findAlert(alertId)).flatMap(one -> one);
    if (alert.isPresent()) {
      for (String advert : adverts(alert.get())) {
        labels.add(new Label(advert, account, outcome == AlertOutcome.LEAD, clock.instant()));
      }
    }
  }

  /** The advert that an alert is about, else those in which the signs stand that it names. */
  private static Set<String> adverts(Alert alert) {
    Set<String> adverts = new LinkedHashSet<>();
    if (alert.subject().startsWith("a-")) {
      adverts.add(alert.subject());
    }
    for (Evidence evidence : alert.evidence()) {
      if (adverts.size() < MOST_ADVERTS && !evidence.advertId().isEmpty()) {
        adverts.add(evidence.advertId());
      }
    }
    return adverts;
  }
}

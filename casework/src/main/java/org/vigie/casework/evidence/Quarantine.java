package org.vigie.casework.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Escalation;
import org.vigie.advert.Provenance;
import org.vigie.exchange.evidence.CapturePlace;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.evidence.WithheldCaptures;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.document.RecordJson;

/** What of a workspace must not leave it: minor-risk adverts, restricted ones, and their pages. */
final class Quarantine {
  private final Workspace workspace;
  private final List<Escalation> escalations;

  private Quarantine(Workspace workspace, List<Escalation> escalations) {
    this.workspace = workspace;
    this.escalations = escalations;
  }

  static Quarantine of(Workspace workspace) throws IOException {
    List<Escalation> escalations = new ArrayList<>();
    if (Files.exists(workspace.escalations())) {
      for (String line : Files.readAllLines(workspace.escalations())) {
        if (!line.isBlank()) {
          escalations.add(RecordJson.read(line, Escalation.class));
        }
      }
    }
    return new Quarantine(workspace, escalations);
  }

  /**
   * Returns the captures that hold quarantined or restricted adverts.
   *
   * @param shown the index as everybody sees it, which says what it hides
   */
  WithheldCaptures withheld(AdvertIndex shown) throws IOException {
    Set<CapturePlace> places = new HashSet<>();
    Set<String> digests = new HashSet<>();
    for (Escalation escalation : escalations) {
      add(escalation.provenance(), places, digests);
    }
    if (!shown.unshown().isEmpty()) {
      try (AdvertIndex whole = AdvertIndex.open(workspace.index())) {
        for (String name : shown.unshown()) {
          AssessedAdvert hidden = whole.findAdvert(name).orElse(null);
          if (hidden != null) {
            add(hidden.advert().provenance(), places, digests);
          }
        }
      }
    }
    return new WithheldCaptures(places, digests);
  }

  private static void add(
      @Nullable Provenance provenance, Set<CapturePlace> places, Set<String> digests) {
    if (provenance != null) {
      places.add(CapturePlace.of(provenance));
      if (!provenance.payloadDigest().isEmpty()) {
        digests.add(provenance.payloadDigest());
      }
    }
  }

  /** Returns whether an id names a quarantined advert. */
  boolean names(String id) {
    return escalations.stream().anyMatch(escalation -> escalation.advert().equals(id));
  }

  /**
   * Returns pointers to those that were named, or stand on a page with an advert of a package. What
   * a case holds nobody named: it may be on other pages than those that were granted.
   */
  List<Escalation> pointers(List<String> named, List<EvidenceItem> items) {
    Set<CapturePlace> pages = new HashSet<>();
    for (EvidenceItem item : items) {
      Provenance provenance = item.advert().advert().provenance();
      if (provenance != null) {
        pages.add(CapturePlace.of(provenance));
      }
    }
    return escalations.stream()
        .filter(escalation ->
            named.contains(escalation.advert())
                || (escalation.provenance() != null
                    && pages.contains(CapturePlace.of(escalation.provenance()))))
        .distinct()
        .toList();
  }
}

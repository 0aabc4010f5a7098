package org.vigie.casework.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Evidence;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.files.failure.Refusal;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;

/** The adverts that ids of adverts, clusters and alerts stand for. */
public final class NamedAdverts {
  /** More than a provider is asked about in one letter. */
  private static final int MOST = 100;

  private final AdvertIndex index;

  public NamedAdverts(AdvertIndex index) {
    this.index = index;
  }

  /**
   * Returns the adverts, each once, in the order of the ids.
   *
   * @throws Refusal if an id names nothing, or all together name too many
   */
  public List<EvidenceItem> find(List<String> ids) throws IOException {
    Map<String, EvidenceItem> found = new LinkedHashMap<>();
    for (String id : ids) {
      List<EvidenceItem> items = named(id);
      if (items.isEmpty()) {
        throw Refusal.ofInput(
            "'%s' must be an advert, a cluster or an alert, but there is none of that id"
                .formatted(SafeText.line(id)));
      }
      items.forEach(item -> found.put(item.id(), item));
    }
    if (found.size() > MOST) {
      throw Refusal.ofUsage(
          "at most %d adverts may be named at once, but these are %d; name fewer"
              .formatted(MOST, found.size()));
    }
    return List.copyOf(found.values());
  }

  private List<EvidenceItem> named(String id) throws IOException {
    Optional<Alert> alert = index.findAlert(id);
    if (alert.isEmpty()) {
      return meant(id);
    }
    List<EvidenceItem> items = new ArrayList<>(meant(alert.get().subject()));
    for (Evidence evidence : alert.get().evidence()) {
      items.addAll(meant(evidence.advertId()));
    }
    return items;
  }

  private List<EvidenceItem> meant(String id) throws IOException {
    Optional<AssessedAdvert> advert = index.findAdvert(id);
    if (advert.isPresent()) {
      return List.of(item(advert.get()));
    }
    List<EvidenceItem> items = new ArrayList<>();
    if (index.findCluster(id).isPresent()) {
      List<AssessedAdvert> members = new ArrayList<>();
      index.forEachAdvert("cluster:" + id, hit -> members.add(hit.advert()));
      for (AssessedAdvert member : members) {
        items.add(item(member));
      }
    }
    return items;
  }

  private EvidenceItem item(AssessedAdvert advert) throws IOException {
    String id = advert.advert().id();
    return new EvidenceItem(advert, index.findHistory(id).orElse(null), "", List.of());
  }
}

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
import org.vigie.files.failure.UserError;
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
   * @throws UserError if an id names nothing, or all together name too many
   */
  public List<EvidenceItem> find(List<String> ids) throws IOException {
    Map<String, EvidenceItem> found = new LinkedHashMap<>();
    for (String id : ids) {
      List<EvidenceItem> items = named(id);
      if (items.isEmpty()) {
        throw UserError.ofInput(
            "'%s' must be an advert, a cluster or an alert, but there is none of that id"
                .formatted(SafeText.line(id)));
      }
      items.forEach(item -> found.put(item.id(), item));
    }
    if (found.size() > MOST) {
      throw UserError.ofUsage(
          "at most %d adverts may be named at once, but these are %d; name fewer"
              .formatted(MOST, found.size()));
    }
    return List.copyOf(found.values());
  }

  /**
   * Returns the ids that an id stands for: an alert for its subject and for the adverts that show
   * its signs, any other for itself.
   */
  static List<String> meant(AdvertIndex index, String id) throws IOException {
    Alert alert = index.findAlert(id).orElse(null);
    if (alert == null) {
      return List.of(id);
    }
    List<String> meant = new ArrayList<>(List.of(alert.subject()));
    alert.evidence().stream().map(Evidence::advertId).forEach(meant::add);
    return meant;
  }

  private List<EvidenceItem> named(String id) throws IOException {
    List<EvidenceItem> items = new ArrayList<>();
    for (String each : meant(index, id)) {
      items.addAll(of(each));
    }
    return items;
  }

  private List<EvidenceItem> of(String id) throws IOException {
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

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
            "no advert, cluster or alert has the id '%s'".formatted(SafeText.line(id)));
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
   * its signs, or for all of its network if none does; any other for itself. The subject of an
   * alert may be the key of a contact, which stands for the adverts that name it.
   */
  static List<String> meant(AdvertIndex index, String id) throws IOException {
    Alert alert = index.findAlert(id).orElse(null);
    if (alert == null) {
      return List.of(id);
    }
    List<String> meant = new ArrayList<>(List.of(alert.subject()));
    alert.evidence().stream().map(Evidence::advertId).forEach(meant::add);
    if (alert.evidence().isEmpty()) {
      index
          .findNetwork(alert.subject())
          .ifPresent(network -> meant.addAll(network.clusters().keySet()));
    }
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
    if (index.findCluster(id).isPresent()) {
      return found("cluster:" + id);
    }
    return isContact(index, id) ? found(naming(id)) : List.of();
  }

  private List<EvidenceItem> found(String query) throws IOException {
    List<AssessedAdvert> adverts = new ArrayList<>();
    index.forEachAdvert(query, hit -> adverts.add(hit.advert()));
    List<EvidenceItem> items = new ArrayList<>();
    for (AssessedAdvert advert : adverts) {
      items.add(item(advert));
    }
    return items;
  }

  /** Returns whether an id is the key of a contact that a query can name. */
  static boolean isContact(AdvertIndex index, String id) throws IOException {
    return id.indexOf('"') < 0 && id.indexOf('\\') < 0 && index.findContact(id).isPresent();
  }

  /** Returns the query that finds the adverts which name a contact. */
  static String naming(String contact) {
    return "contact:\"" + contact + "\"";
  }

  private EvidenceItem item(AssessedAdvert advert) throws IOException {
    String id = advert.advert().id();
    return new EvidenceItem(advert, index.findHistory(id).orElse(null), "", List.of());
  }
}
